import type { Category } from '../../../../shared/domain/basics/category.ts';
import { categories } from '../../../../shared/domain/basics/category-labels.ts';
import { addDays, addMonths, type Day, monthsBetween } from '../../../../shared/domain/basics/month.ts';
import type { City } from '../../../../shared/domain/places/city.ts';
import { type Chance, chanceOf } from '../chance.ts';
import { accountOf, addressOf, type Named, nibOf, nikOf, npwpOf, personName, phoneOf, shopName } from '../names.ts';
import type { DemoCity } from '../places.ts';
import type { Span } from '../span.ts';

/** What the city does with an application. */
type Decision = 'verified' | 'returned' | 'mended' | 'pending' | 'suspended' | 'suspended-for-a-month';

export type PlannedShop = {
  /** `35.73/012`: names this shop's matters. */
  readonly id: string;
  readonly owner: string;
  readonly ownerName: string;
  readonly name: string;
  readonly category: Category;
  readonly district: string;
  readonly registersOn: Day;
  readonly decision: Decision;
  /** How much buyers are drawn to it: a long tail, down to nobody. */
  readonly pull: number;
  /** How likely its owner reports a month. */
  readonly reports: number;
  /** How likely an order is left without an answer. */
  readonly silent: number;
  readonly application: Record<string, unknown>;
};

const kinds: readonly [Category, number][] = [
  ['meeting-food', 5],
  ['culinary', 5],
  ['daily-needs', 3.4],
  ['printing', 2.2],
  ['souvenirs', 2.6],
  ['batik', 2.2],
  ['fashion', 2.2],
  ['uniforms', 1.8],
  ['services', 2.4],
  ['crafts', 1.8],
  ['school-shoes', 1.3],
];

/** Shops people can sign in as, by city and number: who they are and how they fare is part of the story. */
type Known = { person: string; named: Named; category: Category; pull?: number; decision?: Decision; name?: string };
const woman = (first: string, name: string): Named => ({ first, name, woman: true });
const man = (first: string, name: string): Named => ({ first, name, woman: false });
export const knownShops: Record<string, Known> = {
  '35.73/000': {
    person: 'sari',
    named: woman('Sari', 'Sari Wulandari'),
    category: 'meeting-food',
    pull: 3,
    name: 'Dapur Bu Sari',
  },
  '35.73/001': {
    person: 'wati',
    named: woman('Wati', 'Wati Rahayu'),
    category: 'crafts',
    pull: 0,
    name: 'Anyaman Bu Wati',
  },
  '35.73/002': {
    person: 'joko',
    named: man('Joko', 'Joko Susilo'),
    category: 'batik',
    pull: 0.5,
    name: 'Batik Celaket Joko',
  },
  '35.73/003': {
    person: 'dewi',
    named: woman('Dewi', 'Dewi Anggraini'),
    category: 'culinary',
    decision: 'pending',
    name: 'Kedai Dewi',
  },
  '35.73/004': {
    person: 'slamet',
    named: man('Slamet', 'Slamet Riyadi'),
    category: 'services',
    pull: 0.4,
    decision: 'suspended',
    name: 'Sewa Tenda Slamet',
  },
  '35.73/005': {
    person: 'yuni',
    named: woman('Yuni', 'Yuni Astuti'),
    category: 'souvenirs',
    decision: 'returned',
    name: 'Keripik Tempe Bu Yuni',
  },
  '35.78/000': {
    person: 'agus',
    named: man('Agus', 'Agus Hariyanto'),
    category: 'uniforms',
    pull: 1.3,
    name: 'Konveksi Agus',
  },
  '35.78/001': {
    person: 'fitri',
    named: woman('Fitri', 'Fitri Handayani'),
    category: 'culinary',
    pull: 0,
    name: 'Semanggi Bu Fitri',
  },
  '18.71/000': {
    person: 'yusuf',
    named: man('Yusuf', 'Yusuf Rahman'),
    category: 'souvenirs',
    pull: 1.1,
    name: 'Keripik Pisang Yusuf',
  },
};

/** Two shops of two people that are paid at one account: their city finds one owner behind them. */
const paidAt: Record<string, string> = { '35.73/007': '35.73/006' };
/** Most shops give an account, and some of every city none yet. Drawn apart, so that nothing else of the year moves. */
const accounts = (id: string, holder: string) => {
  const shared = paidAt[id] ?? id;
  const gives =
    shared !== id || id in knownShops || Object.values(paidAt).includes(id) || chanceOf('account', id).happens(0.85);
  return gives ? { account: accountOf(shared, holder) } : {};
};

/** In the long tail the shop of rank r draws r^−0.4, and one in twelve draws nobody at all. */
const TAIL = 0.4;
const NEVER = 1 / 12;

const decisionOf = (number: number, late: boolean, random: number): Decision => {
  if (late) return 'pending';
  if (number === 9) return 'suspended-for-a-month';
  return random < 0.03 ? 'returned' : random < 0.07 ? 'mended' : 'verified';
};

/** More than half come with the founding, most others in the half year after it, and a few in every later month. */
const arrivalOf = (decision: Decision, founding: boolean, { first, running, until }: Span, chance: Chance): Day => {
  if (decision === 'pending') return addDays(until.slice(0, 10), -chance.whole(1, 5));
  if (decision === 'returned') return addDays(`${addMonths(running, -1)}-01`, chance.whole(0, 20));
  if (founding) return addDays(`${first}-01`, chance.whole(0, 6));
  if (chance.happens(0.56)) return addDays(`${first}-01`, chance.whole(0, 11));
  const months = monthsBetween(first, running);
  const after = chance.happens(0.75) ? chance.whole(0, Math.floor(months / 2)) : chance.whole(0, months - 1);
  return addDays(`${addMonths(first, after)}-01`, chance.whole(0, 26));
};

export const planShops = (plan: DemoCity, city: City, span: Span): PlannedShop[] => {
  // A city's shops crowd into some of its districts, the large ones first.
  const homes = chanceOf('homes', plan.cityCode).some(city.districts, Math.min(city.districts.length, 9));
  const ranks = chanceOf('ranks', plan.cityCode).some(
    Array.from({ length: plan.merchants }, (_, rank) => rank + 1),
    plan.merchants,
  );
  return Array.from({ length: plan.merchants }, (_, number): PlannedShop => {
    const id = `${plan.cityCode}/${String(number).padStart(3, '0')}`;
    const chance = chanceOf('shop', id);
    const known = knownShops[id];
    const named = known?.named ?? personName(chance);
    const category = known?.category ?? chance.weighed(kinds, ([, weight]) => weight)?.[0] ?? 'culinary';
    const home = chance.weighed(homes, (one) => 1 / (homes.indexOf(one) + 2)) ?? homes[0];
    const district = home?.code ?? '';
    const late = number % 26 === 12;
    const never = chance.happens(NEVER);
    const asEntity = !known && chance.happens(0.15);
    const owner = known?.person ?? `${named.first.toLowerCase()}-${plan.short}-${String(number).padStart(2, '0')}`;
    const name = known?.name ?? shopName(category, named, chance);
    const decision = known?.decision ?? decisionOf(number, late, chance.random());
    const founding = known !== undefined || decision.startsWith('suspended');
    const registersOn = arrivalOf(decision, founding, span, chance);
    return {
      id,
      owner,
      ownerName: named.name,
      name,
      category,
      district,
      registersOn,
      decision,
      pull: known?.pull ?? (never ? 0 : (ranks[number] ?? 1) ** -TAIL),
      reports: chance.pick([0.95, 0.6, 0.35, 0.1]),
      silent: chance.pick([0, 0, 0.03, 0.15]),
      application: {
        cityCode: plan.cityCode,
        ...(asEntity
          ? { kind: 'entity', npwp: npwpOf(chance), nib: nibOf(chance) }
          : {
              kind: 'person',
              nik: nikOf(district, named, chance),
              ...(chance.happens(0.4) ? { nib: nibOf(chance) } : {}),
            }),
        name,
        ownerName: named.name,
        phone: phoneOf(id),
        phoneShown: true,
        ...accounts(id, named.name),
        district,
        address: addressOf(chance),
        category,
        description: `${categories[category]} dari ${home?.name ?? city.name}.`,
      },
    };
  });
};
