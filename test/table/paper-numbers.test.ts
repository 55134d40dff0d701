import { describe, expect, test } from 'vitest';
import type { Paper } from '../../shared/domain/papers/paper.ts';
import { nextSerial, seriesOf } from '../../shared/domain/papers/paper-number.ts';
import { Stale } from '../../shared/table/engine/retries.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { getPaper, getSeries, issuePaper } from '../../shared/table/papers.ts';
import { freshTable } from '../engine.ts';

const AGENCY = 'agc_00000000000000000000000001';
const WRITERS = 64;
const orderOf = (at: number) => `ord_${String(at).padStart(26, '0')}`;
const paperOf = (at: number, serial: number): Paper => ({
  orderId: orderOf(at),
  agencyId: AGENCY,
  kind: 'bast',
  code: `CODE${at}`,
  hash: 'x',
  issuedAt: '2026-11-27T03:00:00.000Z',
  issuedBy: 'ani',
  version: 1,
  content: {
    kind: 'bast',
    number: String(serial),
    on: '2026-11-27',
    orderId: orderOf(at),
    purpose: '',
    lines: [],
    office: { name: 'D', address: 'J' },
    shop: { name: 'S', owner: 'O', address: 'J' },
    budgetCode: '5.1.02',
    orderedOn: '2026-11-20',
    rupiah: 1,
    handover: null,
    payment: null,
    stampRupiah: null,
    photos: [],
    taxes: [],
    signatories: [],
  },
});

describe('numbers of papers', () => {
  test(`are dense and given once to ${WRITERS} writers at the same time`, async () => {
    const table = await freshTable();
    const key = seriesOf(AGENCY, '2026-11-27', 'bast');
    const issue = async (at: number): Promise<void> => {
      for (;;) {
        const known = await getSeries(table, key);
        const { series, serial } = nextSerial({ ...key, last: known?.last ?? 0 });
        try {
          await commit(table, issuePaper(paperOf(at, serial), { series, version: (known?.version ?? 0) + 1 }));
          return;
        } catch (error) {
          if (!(error instanceof Stale)) throw error;
        }
      }
    };
    await Promise.all(Array.from({ length: WRITERS }, (_, at) => issue(at)));
    const papers = await Promise.all(Array.from({ length: WRITERS }, (_, at) => getPaper(table, orderOf(at), 'bast')));
    const serials = papers.map((paper) => Number(paper?.content.number)).sort((a, b) => a - b);
    expect(serials).toEqual(Array.from({ length: WRITERS }, (_, at) => at + 1));
    expect((await getSeries(table, key))?.last).toBe(WRITERS);
  });
});
