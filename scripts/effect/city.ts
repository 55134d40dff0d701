/*
 * npm run --silent effect -- 35.73
 *
 * What ranking changed in a city that began category by category, in an order drawn by lot (docs/decisions/0047). Reads the market
 * in .local (a copy, so it may be running), or TABLE_NAME and FILES_BUCKET on AWS.
 */
import { Advice, advise } from '../../infra/local/advice.ts';
import { addMonths, type Month, monthOf } from '../../shared/domain/basics/month.ts';
import { day, monthName } from '../../shared/domain/basics/wording.ts';
import type { Snapshot } from '../../shared/domain/equity/snapshot/snapshot.ts';
import { CityCode } from '../../shared/domain/places/region.ts';
import type { SteppedEffect } from '../../shared/domain/programmes/effect/stepped.ts';
import type { Starts } from '../../shared/domain/ranking/policy/starts.ts';
import { getCity } from '../../shared/table/cities.ts';
import type { Table } from '../../shared/table/engine/table.ts';
import { getSnapshot } from '../../shared/table/equity/snapshots.ts';
import { policiesOf } from '../../shared/table/ranking/policies.ts';
import { wordsAsked } from '../asked.ts';
import { inMarket } from '../open-market.ts';
import { effectsOf, firstStart, MONTHS_BEFORE } from './category-paths.ts';

const USAGE = 'Tulis kotanya: npm run --silent effect -- 35.73';

const asked = (): string => {
  const [city = '', ...more] = wordsAsked(USAGE, {}).positionals;
  if (more.length > 0 || !CityCode.safeParse(city).success) throw new Advice(USAGE);
  return city;
};

const closedMonths = async (table: Table, city: string, first: Month, running: Month): Promise<Snapshot[]> => {
  const closed: Snapshot[] = [];
  for (let month = first; month < running; month = addMonths(month, 1)) {
    const snapshot = await getSnapshot(table, city, month);
    if (snapshot) closed.push(snapshot);
  }
  return closed;
};

const number = (value: number): string => value.toFixed(3).replace('.', ',').replace('-', '−');
const said = (name: string, effect: SteppedEffect | null): string => {
  if (!effect) return `${name}: belum dapat dibandingkan.`;
  const { effect: found, low, high, chance, units, periods } = effect;
  return (
    `${name}: ${found > 0 ? 'naik' : 'turun'} ${number(Math.abs(found))}, rentang 95% ${number(low)} sampai ${number(high)}; ` +
    `oleh undian saja muncul ${Math.round(chance * 100)} dari 100 kali (${units} kategori, ${periods} bulan dengan pembanding).`
  );
};

await advise(async () => {
  const city = asked();
  const { starts, closed } = await inMarket(async ({ world: { table, now } }) => {
    const known = await getCity(table, city);
    if (!known) throw new Advice(`Kota ${city} belum ada di pasar ini. ${USAGE}`);
    const drawn = (await policiesOf(table, city)).find(
      (policy): policy is typeof policy & { starts: Starts } => policy.starts !== null,
    );
    if (!drawn)
      throw new Advice(`${city} tidak memulai kategorinya satu demi satu: semuanya memakai urutan merata sejak awal.`);
    const first = addMonths(firstStart(drawn.starts), -MONTHS_BEFORE);
    return { starts: drawn.starts, closed: await closedMonths(table, city, first, monthOf(now(), known.zone)) };
  });
  console.log(
    `${city}: kategori mulai satu demi satu sejak ${monthName(firstStart(starts))}; urutannya diundi ${day(starts.drawnOn)}.`,
  );
  for (const { name, effect } of effectsOf(starts, closed)) console.log(said(name, effect));
});
