import { grouped } from '../basics/grouped.ts';
import { rupiah } from '../basics/wording.ts';
import type { Centre } from '../centres/centre.ts';
import { scheduleWords } from '../centres/schedule-words.ts';
import type { DeliveryTerms, ShownTerms } from './terms.ts';

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
  const byFee = grouped(courier.districts, ({ feeRupiah }) => feeRupiah);
  return [...byFee].map(([feeRupiah, there]) => {
    const places = named(
      there.map(({ district }) => district),
      districts,
    );
    if (feeRupiah === null) return `tidak ke ${places}`;
    return feeRupiah === courier.feeRupiah ? undefined : `${fee(feeRupiah)} ke ${places}`;
  });
};

/** A shop's centres with their names, places and hours; one that hands nothing over now is left out. */
export const shownCentres = ({ centres = [] }: DeliveryTerms, known: readonly Centre[]): ShownTerms['centres'] =>
  centres.flatMap(({ centre, feeRupiah }) => {
    const found = known.find(({ slug }) => slug === centre);
    if (found?.status !== 'active' || !found.pickUp) return [];
    const { name, address, schedules } = found;
    return [{ centre, feeRupiah, name, address, hours: scheduleWords(schedules) }];
  });

type Shown = Pick<DeliveryTerms, 'courier' | 'pickUp'> & {
  readonly centres?: readonly Pick<ShownTerms['centres'][number], 'name' | 'feeRupiah'>[];
};
/** The ways goods of a shop come, as people say them: `Diantar Rp5.000 · tidak ke Sukun · gratis mulai Rp100.000`, `Bisa diambil di …`. */
export const termsWords = ({ courier, pickUp, centres = [] }: Shown, districts: readonly District[]): string[] => {
  const free = courier?.freeFromRupiah ? `gratis mulai ${rupiah(courier.freeFromRupiah)}` : undefined;
  const brought = courier ? [`Diantar ${fee(courier.feeRupiah)}`, ...elsewhere(courier, districts), free] : [];
  const ways = [
    brought.filter(Boolean).join(' · '),
    pickUp && `Bisa diambil di ${pickUp.address}, ${pickUp.hours}`,
    ...centres.map((one) => `Bisa diambil di ${one.name}, ${fee(one.feeRupiah)}`),
  ];
  return ways.filter((way): way is string => Boolean(way));
};
