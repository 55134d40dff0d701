import { useEffect, useState } from 'preact/hooks';
import type { Output } from '../../../shared/contract.ts';
import { courierFee } from '../../../shared/domain/deliveries/courier-fee.ts';
import type { Call } from '../../entry/client.ts';
import { today } from '../../kit/today.ts';
import { type Cart, centreOf, isPickedUp, shopsOf, sumOf } from './cart.ts';
import type { Ways } from './check/wish.ts';

export type Terms = Output<'GET /merchants/{merchantId}/delivery-terms'>;
export type TermsOf = ReadonlyMap<string, Terms>;

const KEY = 'ongkos';
/** What was last heard, for a phone that has no network now: the market has the last word when the order is sent. */
const lastHeard = (): Record<string, Terms> => {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}') as Record<string, Terms>;
  } catch {
    return {};
  }
};
const heard = (terms: TermsOf): void => {
  try {
    localStorage.setItem(KEY, JSON.stringify(Object.fromEntries(terms)));
  } catch {}
};

/** Asks how shops hand their goods over; what was last heard of a shop stands where it cannot be asked. */
export const loadTerms = async (call: Call, shopIds: readonly string[], fresh = false): Promise<TermsOf> => {
  const before = lastHeard();
  // A browser may hold an answer for half a minute; who opens the cart, or was refused, wants the newest.
  const headers = fresh ? { 'cache-control': 'no-cache' } : {};
  const found = await Promise.all(
    shopIds.map((merchantId) =>
      call('GET /merchants/{merchantId}/delivery-terms', { params: { merchantId }, headers }).catch(
        () => before[merchantId],
      ),
    ),
  );
  const known = new Map(shopIds.flatMap((id, at) => (found[at] ? [[id, found[at]] as const] : [])));
  heard(known);
  return known;
};

/** How each shop of the cart hands its goods over, and a way to ask again. */
export const useTerms = (
  call: Call,
  shops: readonly { readonly merchantId: string }[],
): { readonly terms: TermsOf; readonly again: () => void } => {
  const [terms, setTerms] = useState<TermsOf>(() => new Map(Object.entries(lastHeard())));
  const ids = shops.map(({ merchantId }) => merchantId);
  useEffect(() => {
    if (ids.length > 0) void loadTerms(call, ids).then(setTerms);
  }, [ids.join()]);
  return { terms, again: () => void loadTerms(call, ids, true).then(setTerms) };
};

/** Through which day a shop takes no order, while that day is not over. */
export const closedUntil = (terms: Terms | undefined, cityCode: string | undefined): string | undefined =>
  terms?.closedUntil && terms.closedUntil >= today(cityCode) ? terms.closedUntil : undefined;

/** How one shop's goods come; the fee is null where it does not bring them, and undefined while nobody knows. */
export type Coming = {
  readonly merchantId: string;
  readonly pickUp: boolean;
  /** Where it is picked up, in words; what is shown of the shop’s own counter or of the centre. */
  readonly at: { readonly address: string; readonly hours: string } | undefined;
  readonly centre: string | undefined;
  readonly fee: number | null | undefined;
  readonly terms: Terms | undefined;
};

const feeFor = (terms: Terms | undefined, district: string | undefined, goods: number): number | null | undefined =>
  terms && courierFee(terms, district ?? '', goods);

const atCounter = (terms: Terms | undefined) => (terms?.pickUp ? { ...terms.pickUp, fee: 0 } : undefined);
const atCentre = (terms: Terms | undefined, centre: string) => {
  // Terms heard by a former release name no centres.
  const found = terms?.centres?.find((one) => one.centre === centre);
  return found && { address: `${found.name}, ${found.address}`, hours: found.hours, fee: found.feeRupiah };
};

export const comingOf = (cart: Cart, known: TermsOf, district: string | undefined): Coming[] =>
  shopsOf(cart).map(({ merchantId, lines }) => {
    const terms = known.get(merchantId);
    // A shop that stopped handing out at its door is seen as not reachable that way.
    const pickUp = isPickedUp(cart, merchantId);
    const centre = pickUp ? centreOf(cart, merchantId) : undefined;
    const at = centre === undefined ? atCounter(terms) : atCentre(terms, centre);
    const fee = pickUp ? terms && (at?.fee ?? null) : feeFor(terms, district, sumOf(lines));
    return { merchantId, pickUp, at, centre, fee, terms };
  });

export const feesOf = (how: readonly Coming[]): number => how.reduce((sum, { fee }) => sum + (fee ?? 0), 0);

/** The same as it is ordered, with each fee that was shown. */
export const waysOf = (how: readonly Coming[]): Ways =>
  Object.fromEntries(
    how.map(({ merchantId, pickUp, centre, fee }) => [
      merchantId,
      pickUp
        ? { way: 'pick-up' as const, ...(centre === undefined ? {} : { centre, feeRupiah: fee ?? 0 }) }
        : { way: 'courier' as const, feeRupiah: fee ?? 0 },
    ]),
  );

export const allPickedUp = (cart: Cart): boolean =>
  shopsOf(cart).every(({ merchantId }) => isPickedUp(cart, merchantId));
