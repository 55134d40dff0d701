import { addDays, dayOf } from '../../../shared/domain/basics/month.ts';
import { type Market, manyOpen } from '../../market.ts';
import { CITY, DISTRICT } from './where.ts';

/** Asks as a person: over the handlers (`marketOf`) or over HTTP, alike. */
export type As = Market['as'];
export type Stall = { readonly merchantId: string; readonly owner: string; readonly productIds: readonly string[] };
export type Office = { readonly agencyId: string; readonly budgetCode: string };

const VILLAGE = '35.73.02.1001';
const district = { code: DISTRICT, name: 'Klojen', villages: [{ code: VILLAGE, name: 'Klojen' }] };

/** Founds a city with its admin `admin`. The operator must be seated. */
export const openCity = async (as: As): Promise<void> => {
  const policies = { personMaxRupiah: 10_000_000, agencyMaxRupiah: 200_000_000, ...manyOpen };
  const body = { name: 'Kota Malang', provinceName: 'Jawa Timur', zone: 'Asia/Jakarta' as const, accent: null };
  await as('operator')('PUT /cities/{city}', {
    params: { city: CITY },
    body: { ...body, policies, districts: [district] },
  });
  await as('operator')('PUT /scopes/{scope}/members/{person}', {
    params: { scope: `city:${CITY}`, person: 'admin' },
    body: { role: 'city-admin' },
  });
  await as('admin')('POST /me/invitations/{scope}/accept', { params: { scope: `city:${CITY}` } });
};

export const application = (serial: number) => ({
  cityCode: CITY,
  kind: 'person' as const,
  nik: `357302010190${String(serial + 1).padStart(4, '0')}`,
  name: `Dapur Bu Sri ${serial}`,
  ownerName: 'Sri Wahyuni',
  phone: '0812-3456-7890',
  district: DISTRICT,
  village: VILLAGE,
  address: 'Jl. Ijen 1',
  category: 'meeting-food' as const,
});

export const offer = (place: number, amount: number) => ({
  name: `Nasi kotak rapat ${place}`,
  unit: 'kotak',
  priceRupiah: 18_000,
  category: 'meeting-food' as const,
  supply: 'stock' as const,
  amount,
});

/** Verified shops of owners `owner-0` …, each with so many products and so many pieces of each. */
export const openStalls = async (
  as: As,
  { shops, products, stock }: { shops: number; products: number; stock: number },
): Promise<Stall[]> => {
  const stalls: Stall[] = [];
  for (let serial = 0; serial < shops; serial++) {
    const owner = `owner-${serial}`;
    const { merchantId } = await as(owner)('POST /merchants', { body: application(serial) });
    await as('admin')('POST /merchants/{merchantId}/verify', { params: { merchantId } });
    const productIds: string[] = [];
    for (let place = 0; place < products; place++) {
      const asked = { params: { merchantId }, body: offer(place, stock) };
      productIds.push((await as(owner)('POST /merchants/{merchantId}/products', asked)).productId);
    }
    stalls.push({ merchantId, owner, productIds });
  }
  return stalls;
};

/** The people of an office by role: `office-buyer`, `office-buyer-1` and so on. */
export const officer = (role: 'buyer' | 'approver', at = 0): string => `office-${role}${at === 0 ? '' : `-${at}`}`;

/** An office with so many buyers and approvers, and a budget line nobody can empty. One person may ask only so often. */
export const openOffice = async (as: As, now: string, each = 1): Promise<Office> => {
  const params = { city: CITY };
  const body = { name: 'Dinas Pendidikan', address: 'Jl. Veteran 19' };
  const { agencyId } = await as('admin')('POST /cities/{city}/agencies', { params, body });
  const scope = `agency:${agencyId}`;
  for (const role of ['buyer', 'approver'] as const)
    for (let at = 0; at < each; at++) {
      const person = officer(role, at);
      await as('admin')('PUT /scopes/{scope}/members/{person}', { params: { scope, person }, body: { role } });
      await as(person)('POST /me/invitations/{scope}/accept', { params: { scope } });
    }
  const budgetCode = '5.1.02.01.01.0052';
  await as('office-approver')('PUT /agencies/{agencyId}/budgets/{year}/{budgetCode}', {
    params: { agencyId, year: dayOf(now, 'Asia/Jakarta').slice(0, 4), budgetCode },
    body: { name: 'Belanja makanan dan minuman rapat', ceilingRupiah: 100_000_000_000 },
  });
  return { agencyId, budgetCode };
};

/** A cart of one piece of each of the first `lines` products of a stall, to be delivered two days from `now`. */
export const cart = ({ merchantId, productIds }: Stall, lines: number, now: string, office?: Office) => {
  const deliverOn = addDays(dayOf(now, 'Asia/Jakarta'), 2);
  const agency = office && { ...office, purpose: 'Rapat koordinasi kurikulum', eventDate: deliverOn, room: 'Aula' };
  return {
    shops: [{ merchantId, lines: productIds.slice(0, lines).map((productId) => ({ productId, quantity: 1 })) }],
    deliverOn,
    deliverTo: { address: 'Jl. Kawi 2', district: DISTRICT },
    contact: { name: 'Ani Lestari', phone: '08123456789' },
    ...(agency ? { agency } : {}),
  };
};
export type Cart = ReturnType<typeof cart>;
