import * as z from 'zod';
import { Problem } from '../../problem.ts';
import { ClockTime } from '../basics/clock-time.ts';
import { addDays } from '../basics/month.ts';
import { Day, Instant } from '../basics/month-schema.ts';
import { Name } from '../basics/text.ts';
import { day as written } from '../basics/wording.ts';
import { CityCode } from '../places/region.ts';
import { MerchantId } from '../register/merchant.ts';
import { Roster } from './roster-row.ts';
import { CentreSlug } from './slug.ts';

/** A day on which a centre gives its stalls to shops that ask for one. */
export const NewMarketDay = z
  .strictObject({
    name: Name(80),
    opensAt: ClockTime,
    closesAt: ClockTime,
    stalls: z.int().min(1).max(500),
    applyUntil: Day.describe('The last day on which shops may ask'),
    cancelled: z.boolean().default(false),
  })
  .meta({ id: 'NewMarketDay' });
export type NewMarketDay = z.infer<typeof NewMarketDay>;

export const MarketDayState = z.enum(['asking', 'to-draw', 'drawn', 'cancelled']).meta({ id: 'MarketDayState' });
export type MarketDayState = z.infer<typeof MarketDayState>;

export const MarketDay = z
  .object({
    ...NewMarketDay.shape,
    cancelled: z.boolean(),
    cityCode: CityCode,
    slug: CentreSlug,
    day: Day,
    applicants: z.array(MerchantId).describe('Shops that ask for a stall, in the order they did'),
    roster: Roster.nullable(),
    changedAt: Instant,
    version: z.int(),
  })
  .meta({ id: 'MarketDay' });
export type MarketDay = z.infer<typeof MarketDay>;

/** What a list shows of it: how many ask, and nobody's name. */
export const MarketDayCard = MarketDay.omit({ applicants: true, roster: true })
  .extend({ asked: z.int().describe('How many shops ask'), state: MarketDayState })
  .meta({ id: 'MarketDayCard' });
export type MarketDayCard = z.infer<typeof MarketDayCard>;

/** So many ask for one day, as many as the largest centre has stalls: of more the first would, and not the least served. */
export const MOST_APPLICANTS = 500;
/** A day is written down so long beforehand. */
export const MOST_DAYS_AHEAD = 366;

export const stateOf = ({ cancelled, roster, applyUntil }: MarketDay, today: Day): MarketDayState => {
  if (cancelled) return 'cancelled';
  if (roster) return 'drawn';
  return today <= applyUntil ? 'asking' : 'to-draw';
};
export const cardOf = ({ applicants, roster, ...one }: MarketDay, today: Day): MarketDayCard => ({
  ...one,
  asked: applicants.length,
  state: stateOf({ ...one, applicants, roster }, today),
});

/** Ties are drawn by the key of the day after shops could ask: nobody chooses it, and nobody knew it while asking. */
export const drawnOnOf = ({ applyUntil }: Pick<MarketDay, 'applyUntil'>): Day => addDays(applyUntil, 1);

/**
 * Refuses a day out of reach, hours that end before they begin, and asking that ends after the day, or is made to have ended before
 * today: whoever may choose among days whose key is known chooses who wins a tie. @throws Problem
 */
export const requireMarketDay = (wanted: NewMarketDay, day: Day, today: Day, before: MarketDay | undefined): void => {
  if (day < today || day > addDays(today, MOST_DAYS_AHEAD))
    throw new Problem('date_not_possible', 'Hari pasar ditulis mulai hari ini, paling jauh setahun.', [
      { pointer: '#/path/day', detail: `Pilih ${written(today)} atau sesudahnya.` },
    ]);
  if (wanted.opensAt >= wanted.closesAt)
    throw new Problem('invalid_request', 'Jam tutup harus sesudah jam buka.', [
      { pointer: '/closesAt', detail: 'Isi jam sesudah jam buka.' },
    ]);
  if (wanted.applyUntil >= day)
    throw new Problem('date_not_possible', 'Pendaftaran lapak ditutup paling lambat sehari sebelum hari pasar.', [
      { pointer: '/applyUntil', detail: `Paling lambat ${written(addDays(day, -1))}.` },
    ]);
  const isMoved = wanted.applyUntil !== before?.applyUntil;
  if (isMoved && before && !before.roster && before.applicants.length > 0 && today > drawnOnOf(before))
    throw new Problem(
      'date_not_possible',
      'Pendaftaran sudah ditutup dan kunci undiannya sudah terbit. Undi lapaknya.',
      [{ pointer: '/applyUntil', detail: `Tetap ${written(before.applyUntil)}.` }],
    );
  if (isMoved && wanted.applyUntil < today)
    throw new Problem('date_not_possible', 'Pendaftaran lapak ditutup paling cepat hari ini.', [
      { pointer: '/applyUntil', detail: `Paling awal ${written(today)}.` },
    ]);
  if (before?.roster && (before.stalls !== wanted.stalls || before.applyUntil !== wanted.applyUntil))
    throw new Problem('roster_drawn', 'Lapak sudah diundi. Jumlah lapak dan batas daftar tidak bisa diubah lagi.', [
      { pointer: '/stalls', detail: `Tetap ${before.stalls} lapak.` },
    ]);
};

const hasSteppedBack = ({ roster }: MarketDay, merchantId: string): boolean =>
  roster?.rows.some((row) => row.merchantId === merchantId && row.stepsBack) ?? false;

/** The day with one more shop that asks; a shop that asks already changes nothing. @throws Problem */
export const asking = (market: MarketDay, merchantId: string, today: Day): MarketDay => {
  if (market.applicants.includes(merchantId) && !hasSteppedBack(market, merchantId)) return market;
  if (stateOf(market, today) !== 'asking')
    throw new Problem('roster_drawn', 'Pendaftaran lapak untuk hari ini sudah ditutup. Pilih hari pasar lain.');
  if (market.applicants.length >= MOST_APPLICANTS)
    throw new Problem('limit_reached', `Sudah ${MOST_APPLICANTS} usaha meminta lapak. Pilih hari pasar lain.`);
  return { ...market, applicants: [...market.applicants, merchantId], version: market.version + 1 };
};
