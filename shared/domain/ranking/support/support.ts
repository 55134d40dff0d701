import { rupiahText } from '../rule/figures-in-words.ts';
import type { Failure, FailureReason } from '../rule/gate.ts';
import { safeRupiah } from '../rule/request.ts';

/** Owners unsold for this many months are on the list. */
export const SUPPORT_AFTER_MONTHS = 2;

/** One request the owner could have competed for: in a category it offers in, in the months unsold. */
export type Encounter = {
  valueRupiah: number;
  /** Owners above the line in that list (with this one, if it passed). */
  ownersAbove: number;
  /** Empty when the owner's best offer passed. */
  failures: readonly Failure[];
  /** Whether the offer was on a screen. */
  shown: boolean;
};

export type UnsoldOwner = {
  ownerId: string;
  monthsUnsold: number;
  /** Whether the owner answered any message, visit or sign-in in these months. */
  reachable: boolean;
  hasPhoto: boolean;
  /** Stands behind all others until the city visits it. */
  unvisited?: boolean;
  /** Whether anything is listed today, in whatever category. Without, the demand of its shops' categories is met. */
  hasOffer: boolean;
  encounters: readonly Encounter[];
};

/**
 * Whole months an owner has sold nothing: since its last sale, through whichever shop. A shop that never sold says
 * nothing of that, so a second one opened today hides no unsold months; where none sold in twelve months, the oldest counts.
 */
export const monthsUnsoldOf = (shops: readonly { unsold: number; soldInYear: boolean }[]): number => {
  const since = shops.filter(({ soldInYear }) => soldInYear).map(({ unsold }) => unsold);
  return since.length > 0 ? Math.min(...since) : Math.max(...shops.map(({ unsold }) => unsold));
};

/** Causes, the cheapest to fix first (EQUITY.md §3 c). */
export const supportCauses = ['offer', 'never_chosen', 'never_shown', 'no_demand', 'unreachable'] as const;
type SupportCause = (typeof supportCauses)[number];

export type SupportLine = {
  ownerId: string;
  monthsUnsold: number;
  cause: SupportCause;
  /** The part of the offer to fix first, where the offer is the cause. */
  fix: 'listing' | 'price' | 'photo' | 'capacity' | null;
  /** One next action, for the officer who reads the list. */
  action: string;
  /** A fair share of the demand met in these months: Σ ⌊value / owners who would have stood above the line⌋. */
  fairShareRupiah: number;
};

const fixable: ReadonlySet<FailureReason> = new Set(['price_above_fair', 'price_above_ceiling', 'capacity_too_little']);

/**
 * The support list of a month: every owner unsold for two months or more, with the cheapest cause to fix, one action
 * and the rupiah missed; by cause, then rupiah missed, then months unsold, then id. An owner who cannot be reached is
 * visited first, whatever else is wrong, because no other action would arrive.
 *
 * "Never shown" is the market's own fault and must be 0: publish the count.
 */
export const supportList = (owners: readonly UnsoldOwner[]): readonly SupportLine[] =>
  owners
    .filter((owner) => owner.monthsUnsold >= SUPPORT_AFTER_MONTHS)
    .map(supportFor)
    .sort(
      (a, b) =>
        supportCauses.indexOf(a.cause) - supportCauses.indexOf(b.cause) ||
        b.fairShareRupiah - a.fairShareRupiah ||
        b.monthsUnsold - a.monthsUnsold ||
        (a.ownerId < b.ownerId ? -1 : 1),
    );

const supportFor = (owner: UnsoldOwner): SupportLine => {
  const { ownerId, monthsUnsold, encounters } = owner;
  const within = encounters.filter(({ failures }) => failures.every(({ reason }) => fixable.has(reason)));
  const failed = within.filter(({ failures }) => failures.length > 0);
  const passed = within.filter(({ failures }) => failures.length === 0);
  const fairShareRupiah = safeRupiah(
    within.reduce((sum, met) => {
      const competitors = met.ownersAbove + (met.failures.length > 0 ? 1 : 0);
      return sum + Math.floor(met.valueRupiah / Math.max(1, competitors));
    }, 0),
    'fair share',
  );
  const line = (cause: SupportCause, action: string, fix: SupportLine['fix'] = null): SupportLine => ({
    ownerId,
    monthsUnsold,
    cause,
    fix,
    action,
    fairShareRupiah,
  });
  if (!owner.reachable) return line('unreachable', 'Kunjungi langsung; pesan dan telepon tidak dijawab.');
  if (!owner.hasOffer)
    return line('offer', 'Bantu menawarkan barang pertamanya: belum ada yang dapat dibeli di tokonya.', 'listing');
  if (owner.unvisited) return line('never_chosen', 'Kunjungi langsung, lalu catat.');
  if (passed.some(({ shown }) => shown)) {
    if (!owner.hasPhoto) return line('offer', 'Bantu membuat foto produk yang jelas.', 'photo');
    return line('never_chosen', 'Dampingi: tinjau foto, uraian dan pilihan produk bersama pemilik.');
  }
  if (passed.length > 0) return line('never_shown', 'Periksa urutan: penawaran ini lolos tetapi belum pernah tampil.');
  if (failed.length > 0) return fixFor(failed, line);
  if (encounters.length === 0)
    return line('no_demand', 'Tawarkan saluran lain: belum ada permintaan untuk kategori ini.');
  return line('no_demand', otherReason(encounters));
};

/** Of the requests of months, which are too many to be arguments of one call. */
const least = (some: readonly number[]): number => some.reduce((found, one) => Math.min(found, one));

/** Price first when it keeps out at least as often as capacity: a price is changed in a minute. */
const fixFor = (
  failed: readonly Encounter[],
  line: (cause: SupportCause, action: string, fix: SupportLine['fix']) => SupportLine,
): SupportLine => {
  const prices: number[] = [];
  const capacities: number[] = [];
  for (const { failures } of failed)
    for (const failure of failures) {
      if (failure.reason === 'price_above_fair') prices.push(failure.lineRupiah);
      if (failure.reason === 'price_above_ceiling') prices.push(failure.ceilingRupiah);
      if (failure.reason === 'capacity_too_little') capacities.push(failure.neededUnits);
    }
  if (prices.length >= capacities.length)
    return line('offer', `Ajak menurunkan harga menjadi ${rupiahText(least(prices))} atau kurang.`, 'price');
  const needed = least(capacities);
  return line(
    'offer',
    `Bantu menaikkan kapasitas menjadi ${needed} atau lebih, atau bergabung dalam pesanan terbagi.`,
    'capacity',
  );
};

/** The action when something else than price, photo or capacity keeps every offer out; by how often it does. */
const otherReason = (encounters: readonly Encounter[]): string => {
  const counts = new Map<FailureReason, number>();
  for (const { failures } of encounters)
    for (const { reason } of failures) if (!fixable.has(reason)) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  if (most?.[0] === 'rating_too_low') return 'Dampingi perbaikan mutu: nilai pembeli di bawah batas.';
  if (most?.[0] === 'closed') return 'Ajak membuka kembali toko, atau tutup pendaftarannya.';
  if (most?.[0] === 'not_verified') return 'Selesaikan verifikasi usahanya.';
  return 'Tawarkan saluran lain: permintaan ada di luar daerah antarnya.';
};
