import { Problem } from '../../../problem.ts';
import type { Order, Receipt } from '../order.ts';

export const requireSense = (order: Order, receipt: Receipt, pieces: number): void => {
  if (order.agencyId !== null && receipt.receivedBy === undefined)
    throw new Problem('invalid_request', 'Tulis nama penerima untuk berita acara serah terima.', [
      { pointer: '/receivedBy', detail: 'Wajib untuk pesanan dinas.' },
    ]);
  if (receipt.condition === 'with-remarks' && receipt.remarks === undefined)
    throw new Problem('invalid_request', 'Tulis catatan tentang keadaan barang.', [
      { pointer: '/remarks', detail: 'Wajib bila ada catatan.' },
    ]);
  if (pieces === 0)
    throw new Problem(
      'quantity_not_possible',
      'Tidak ada barang yang diterima. Bila barang tidak sesuai, laporkan masalahnya.',
      [{ pointer: '/lines', detail: 'Paling sedikit satu.' }],
    );
};

/** So many receipts an order has at most; each is kept with it, and a record that grows for ever can no longer be written. */
const MOST_HANDOVERS = 30;

/** The last one settles the rest: received now, or given up. */
export const requireRestSettled = ({ handovers }: Order): void => {
  if (handovers.length >= MOST_HANDOVERS - 1)
    throw new Problem(
      'quantity_not_possible',
      `Pesanan ini sudah ${handovers.length} kali diterima sebagian. Terima semua sisanya, atau lepaskan yang tidak datang.`,
      [{ pointer: '/rest', detail: 'Pilih Tidak jadi: sisanya dilepas.' }],
    );
};
