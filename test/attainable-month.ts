import type { Attainable } from '../shared/domain/equity/attainable/attainable.ts';
import { attainableOf } from '../shared/domain/equity/attainable/attainable-of.ts';

const at = (day: number) => new Date(Date.UTC(2026, 8, 30, 17) + day * 86_400_000).toISOString();
const [food, batik] = ['meeting-food', 'batik'] as const;

/** October of Malang as a ledger would tell it: a few of thirty owners have most of the orders. */
export const octoberOfMalang = (): Attainable =>
  attainableOf(
    {
      inputs: 1,
      place: '35.73',
      month: '2026-10',
      began: at(0),
      ended: at(31),
      knownSince: at(-58),
      splitFromUnits: 4,
      maxSuppliers: 5,
      units: { [food]: 150_000, [batik]: 200_000 },
      chosen: { lines: 48, paidRupiah: 10_400_000, cheapestRupiah: 10_000_000 },
      since: Array.from({ length: 30 }, (_, owner) => at(owner < 8 ? -40 + 3 * owner : -90)),
      offers: Array.from({ length: 30 }, (_, owner) => ({
        owner,
        category: owner % 3 === 0 ? batik : food,
        areas: [],
        mostUnits: null,
        leastUnits: 1,
      })),
      orders: Array.from({ length: 60 }, (_, one) => {
        const owner = Math.floor(((one * 7) % 30) ** 2 / 40);
        const order = { at: at(one / 2), owner, category: owner % 3 === 0 ? batik : food, district: '35.73.01' };
        return { ...order, units: 1 + (one % 12), rupiah: 40_000 * (1 + (one % 12)) };
      }),
      shown: {
        default: Array.from({ length: 30 }, (_, owner): [number, number] => [owner, 9_000_000 - 100_000 * owner]),
        search: Array.from({ length: 20 }, (_, owner): [number, number] => [owner, 2_000_000 - 90_000 * owner]),
      },
    },
    { inputs: { key: 'ledgers/35.73/attainables/october.json.gz' }, takenAt: at(31) },
  );
