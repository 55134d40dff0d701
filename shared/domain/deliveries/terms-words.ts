import { rupiah } from '../basics/wording.ts';
import type { DeliveryTerms } from './terms.ts';

type District = { readonly code: string; readonly name: string };
/** So many kecamatan are named; of more it is said how many they are. */
const MOST_NAMED = 3;

const named = (codes: readonly string[], districts: readonly District[]): string =>
  codes.length > MOST_NAMED
    ? `${codes.length} kecamatan`
    : codes.map((code) => districts.find((one) => one.code === code)?.name ?? '').join(', ');

const fee = (amount: number): string => (amount > 0 ? rupiah(amount) : 'gratis');

/** Other fees and places not served, by fee, in the order in which the shop wrote them. */
const elsewhere = (
  courier: NonNullable<DeliveryTerms['courier']>,
  districts: readonly District[],
): (string | undefined)[] => {
  const byFee = Map.groupBy(courier.districts, ({ feeRupiah }) => feeRupiah);
  return [...byFee].map(([feeRupiah, there]) => {
    const places = named(
      there.map(({ district }) => district),
      districts,
    );
    if (feeRupiah === null) return `tidak ke ${places}`;
    return feeRupiah === courier.feeRupiah ? undefined : `${fee(feeRupiah)} ke ${places}`;
  });
};

/** How goods of a shop come, as people say it: `Diantar Rp5.000 · tidak ke Sukun · gratis mulai Rp100.000 · bisa diambil`. */
export const termsWords = ({ courier, pickUp }: DeliveryTerms, districts: readonly District[]): string => {
  const free = courier?.freeFromRupiah ? `gratis mulai ${rupiah(courier.freeFromRupiah)}` : undefined;
  const brought = courier ? [`Diantar ${fee(courier.feeRupiah)}`, ...elsewhere(courier, districts), free] : [];
  const fetched = pickUp && `${courier ? 'bisa diambil' : 'Diambil'} di ${pickUp.address}, ${pickUp.hours}`;
  return [...brought, fetched].filter(Boolean).join(' · ');
};
