import type { Paper } from '../../../shared/domain/papers/paper.ts';
import type { PaperKind } from '../../../shared/domain/papers/paper-kinds.ts';

/** An issued paper of two boxes of rice. */
export const paper = (kind: PaperKind, but: Partial<Paper['content']> = {}): Paper => ({
  orderId: 'ord_0',
  agencyId: 'agc_0',
  kind,
  code: 'K7M42-9QXAB',
  hash: 'ab'.repeat(32),
  issuedAt: '2026-11-27T03:00:00.000Z',
  issuedBy: 'ani',
  version: 1,
  content: {
    kind,
    number: '0007/SP/2026',
    on: '2026-11-27',
    orderId: 'ord_0',
    purpose: 'Rapat',
    orderedOn: '2026-11-20',
    office: { name: 'Dinas Pendidikan', address: 'Jl. Veteran 19', government: 'Pemerintah Kota Malang' },
    shop: { name: 'Dapur Bu Şükrü', owner: 'Siti Ā’isyah', address: 'Jl. Ijen 1' },
    budgetCode: '5.1.02.01.01.0052',
    rupiah: 36_000,
    payment: null,
    stampRupiah: null,
    handover: null,
    lines: [{ name: 'Nasi kotak', unit: 'kotak', quantity: 2, received: 2, priceRupiah: 18_000 }],
    photos: [],
    taxes: [],
    signatories: [{ role: 'PPK', name: 'Hendra', nip: '198609262015051001' }],
    ...but,
  },
});
