import {
  actsForMerchant,
  type Caller,
  districtsOf,
  holds,
  isCityAdmin,
  isHelper,
  isUnconfirmed,
  type Role,
  readsAbove,
  readsCity,
  type SeatedCaller,
} from '../../shared/domain/people/caller.ts';
import type { City } from '../../shared/domain/places/city.ts';
import { COUNTRY } from '../../shared/domain/places/region.ts';
import { Problem } from '../../shared/problem.ts';
import { type AgencyRecord, getAgency } from '../../shared/table/agencies.ts';
import { getCity } from '../../shared/table/cities.ts';
import type { Write } from '../../shared/table/engine/writes.ts';
import { membershipStands } from '../../shared/table/people/memberships.ts';
import { getMerchant, type MerchantRecord } from '../../shared/table/register/merchants.ts';
import { cachedFor } from '../reads/cached-for.ts';
import type { World } from '../world.ts';

/** Settings of a city may be this old. */
const CITY_SECONDS = 20;

/** A tenant, or the sentence that it is not on the market. */
export const expectCity = async (world: World, cityCode: string): Promise<City> => {
  const city = await cachedFor(world, `city ${cityCode}`, CITY_SECONDS, () => getCity(world.table, cityCode));
  if (!city) throw new Problem('city_not_found', `Kota ${cityCode} belum ada di Pasar Rata.`);
  return city;
};

/** Said of a shop that is not there, and of one that is nobody’s business. */
export const noMerchant = () => new Problem('merchant_not_found', 'Usaha tidak ditemukan. Periksa lagi tautannya.');

/** For a list of a shop, which is not read for it: to who is not of its people it does not exist. */
export const requireSeller = (caller: Caller, merchantId: string): void => {
  if (!actsForMerchant(caller, merchantId)) throw noMerchant();
};

/** A shop for those of its people; to everybody else it does not exist. */
export const expectOwnMerchant = async (
  world: World,
  caller: Caller,
  merchantId: string,
  roles?: readonly Role[],
): Promise<MerchantRecord> => {
  const mine = roles ? holds(caller, `merchant:${merchantId}`, roles) : actsForMerchant(caller, merchantId);
  const merchant = mine ? await getMerchant(world.table, merchantId) : undefined;
  if (!merchant) throw noMerchant();
  return merchant;
};

const notSeen =
  'Anda diajak pendamping, jadi kota memastikan dulu bahwa Anda pemiliknya. Tunjukkan KTP dan nomor akun Anda kepada kota.';

/**
 * A shop for its owner alone, where a word binds its person: what is told of them, who reads their sales, whether they go on.
 * Who helps an owner does their work, and consents to nothing for them.
 */
export const expectOwnersWord = async (world: World, caller: Caller, merchantId: string): Promise<MerchantRecord> => {
  const merchant = await expectOwnMerchant(world, caller, merchantId, ['owner']);
  const scope = `merchant:${merchantId}`;
  if (isHelper(caller, scope))
    throw new Problem('not_allowed', 'Ini hanya bisa dinyatakan pemilik sendiri, bukan pendampingnya.');
  if (isUnconfirmed(caller, scope)) throw new Problem('not_allowed', notSeen);
  return merchant;
};

/** That the seats stand by which somebody acts in these places, in the commit of the act: a seat taken away takes it along. */
export const seatsStand = ({ memberships }: SeatedCaller, ...scopes: readonly string[]): Write[] =>
  memberships.filter(({ scope }) => scopes.includes(scope)).map(membershipStands);

/**
 * That somebody may say where a shop's money goes. Who helps its owner could name an account of their own, and so could whom
 * they called in as the owner, until the city has seen who it is.
 */
export const requireMoneyWord = (caller: Caller, merchantId: string, pointer: string): void => {
  const scope = `merchant:${merchantId}`;
  if (isUnconfirmed(caller, scope)) throw new Problem('not_allowed', notSeen, [{ pointer, detail: notSeen }]);
  if (isHelper(caller, scope))
    throw new Problem('not_allowed', 'Ke mana uang pembeli masuk hanya bisa diganti pemilik sendiri.', [
      { pointer, detail: 'Pemilik menggantinya dengan akunnya sendiri, juga dari HP orang lain.' },
    ]);
};

/** A shop of a city, for those who decide about it. */
export const expectMerchantOfCity = async (
  world: World,
  caller: Caller,
  merchantId: string,
): Promise<MerchantRecord> => {
  const merchant = await getMerchant(world.table, merchantId);
  if (!merchant || !isCityAdmin(caller, merchant.cityCode)) throw noMerchant();
  return merchant;
};

/** A shop's file, for its people and for the city that reads it. */
export const expectReadableMerchant = async (
  world: World,
  caller: Caller,
  merchantId: string,
): Promise<MerchantRecord> => {
  const merchant = await getMerchant(world.table, merchantId, { consistent: false });
  if (!merchant || !(actsForMerchant(caller, merchantId) || readsCity(caller, merchant.cityCode))) throw noMerchant();
  return merchant;
};

/** The same, for anyone who goes there too: an officer of the district it is in today. */
export const expectVisitedMerchant = async (
  world: World,
  caller: Caller,
  merchantId: string,
): Promise<MerchantRecord> => {
  const merchant = await getMerchant(world.table, merchantId, { consistent: false });
  const reads =
    merchant &&
    (actsForMerchant(caller, merchantId) ||
      readsCity(caller, merchant.cityCode) ||
      districtsOf(caller, merchant.cityCode).includes(merchant.district));
  if (!reads) throw noMerchant();
  return merchant;
};

/** A shop as the public may see it: verified ones only. */
export const expectShop = async (world: World, merchantId: string): Promise<MerchantRecord> => {
  const merchant = await getMerchant(world.table, merchantId, { consistent: false });
  requireShop(merchant);
  return merchant;
};
export function requireShop(merchant: MerchantRecord | undefined): asserts merchant {
  if (merchant?.status !== 'verified') throw noMerchant();
}

/** An office; when roles are named, only for those who hold one in it. */
export const expectAgency = async (
  world: World,
  agencyId: string,
  caller?: Caller,
  roles: readonly Role[] = [],
): Promise<AgencyRecord> => {
  const allowed = !caller || holds(caller, `agency:${agencyId}`, roles);
  const agency = allowed ? await getAgency(world.table, agencyId, { consistent: caller !== undefined }) : undefined;
  if (!agency) throw new Problem('agency_not_found', 'Dinas tidak ditemukan. Periksa lagi tautannya.');
  return agency;
};

/** An office for those who read its figures: who holds one of these roles in it, and who reads for its city. */
export const expectReadableAgency = async (
  world: World,
  agencyId: string,
  caller: Caller,
  roles: readonly Role[],
): Promise<AgencyRecord> => {
  const agency = await expectAgency(world, agencyId);
  if (readsCity(caller, agency.cityCode)) return agency;
  return expectAgency(world, agencyId, caller, roles);
};
/** An office for those who decide about it in its city. */
export const expectAgencyOfCity = async (world: World, agencyId: string, caller: Caller): Promise<AgencyRecord> => {
  const agency = await expectAgency(world, agencyId);
  return isCityAdmin(caller, agency.cityCode) ? agency : expectAgency(world, agencyId, caller, []);
};

/** Refuses readers who are not of the city. Cities are public, so this is a refusal, not a disappearance. */
export const requireCityReader = (caller: Caller, cityCode: string): void => {
  if (!readsCity(caller, cityCode)) throw new Problem('not_allowed', 'Halaman ini untuk petugas kota itu.');
};
/**
 * The districts somebody reads of what a city keeps about its shops: undefined for all of it, which is the city's own people;
 * an officer's own. Anybody else is refused.
 */
export const requireFieldReader = (caller: Caller, cityCode: string): readonly string[] | undefined => {
  if (readsCity(caller, cityCode)) return undefined;
  const districts = districtsOf(caller, cityCode);
  if (districts.length === 0) throw new Problem('not_allowed', 'Halaman ini untuk petugas kota itu.');
  return districts;
};
/** The same for what belongs to a province, or to the country. */
export const requireReaderAbove = (caller: Caller, place: string): void => {
  if (readsAbove(caller, place)) return;
  const whose = place === COUNTRY ? 'pengelola Pasar Rata' : 'petugas provinsi itu';
  throw new Problem('not_allowed', `Halaman ini untuk ${whose}.`);
};
export const requireCityAdmin = (caller: Caller, cityCode: string): void => {
  if (!isCityAdmin(caller, cityCode)) throw new Problem('not_allowed', 'Langkah ini untuk admin kota itu.');
};
