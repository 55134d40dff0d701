import { join } from 'node:path';
import { fillLiveMonth } from '../../../functions/equity/live/fill-month.ts';
import type { Files } from '../../../functions/files.ts';
import { runClocks } from '../../../functions/orders/run-clocks.ts';
import type { Signer } from '../../../shared/domain/basics/keys/signature.ts';
import {
  addDays,
  addMonths,
  DAY_MS,
  type Day,
  dayOf,
  type Instant,
  later,
  monthOf,
  previousMonth,
} from '../../../shared/domain/basics/month.ts';
import { monthName } from '../../../shared/domain/basics/wording.ts';
import type { Table } from '../../../shared/table/engine/table.ts';
import { writeWhole } from '../files.ts';
import type { DemoPerson } from '../people.ts';
import { instantOf } from './agenda.ts';
import type { Scene } from './city.ts';
import { closeAt } from './closes.ts';
import { demoPeopleOf } from './demo-people.ts';
import { foundProvince, openOffices, villagesOf } from './found.ts';
import { type DemoMarket, demoMarket } from './market.ts';
import { shopToday } from './orders/orders.ts';
import { type DemoSize, wholeProvince } from './places.ts';
import { reopenReport, reportMonth } from './reports.ts';
import { watchReviews } from './reviews/watch.ts';
import { openShop, runShop } from './shops/open-shops.ts';
import { planShops } from './shops/plan-shops.ts';
import { spanOf } from './span.ts';
import { tellCapital } from './stories/capital.ts';
import { tellCentres } from './stories/centres.ts';
import { tellComplaints } from './stories/complaints.ts';
import { tellDeliveries } from './stories/deliveries.ts';
import { askAbout, tellIntegrity } from './stories/integrity.ts';
import { tellMatters } from './stories/matters.ts';
import { tellPartners } from './stories/partners.ts';
import { tellProgrammes } from './stories/programmes.ts';
import { tellSpending } from './stories/spending.ts';
import { tellStories } from './stories/stories.ts';
import { tellTargets } from './stories/targets.ts';
import { tellVisits } from './stories/visits.ts';
import { type Summary, summaryOf } from './summary.ts';

export type DemoOptions = {
  readonly table: Table;
  /** The market's secret: sealed identities and owners' ids follow from it. */
  readonly secret: string;
  readonly files: Files;
  /** Signs certificates and what banks opened: the key of the machine, which checks them after. */
  readonly signer: Signer;
  /** Where people will reach the market; certificates name it. */
  readonly origin: string;
  /** The real now: the year ends with the month before it, and the running month with it. */
  readonly until: Instant;
  /** `people.json` is written here. */
  readonly dir: string;
  readonly report: (line: string) => void;
  /** Told after every day of the province, with the instant at which it ended. */
  readonly dayLived?: (at: Instant) => Promise<void>;
};
export type Demo = {
  readonly headline: string;
  readonly cities: readonly { readonly cityCode: string; readonly name: string }[];
  readonly people: readonly DemoPerson[];
  readonly summary: Summary;
};

/** So many days back people were told what happened; who looks at older things looks at the things themselves. */
const TOLD_DAYS = 14;
/** What is older than that the people one can sign in as have read. */
const UNREAD_DAYS = 2;

/** All cities of the demo keep this time. */
const ZONE = 'Asia/Jakarta';

/**
 * Builds a province that has lived for a year, through the public operations alone and with the clock moved: the same
 * month of `until` makes the same shops, orders and snapshots, byte for byte. Nothing follows the table's stream.
 */
export const buildDemo = async (options: DemoOptions, size: DemoSize = wholeProvince): Promise<Demo> => {
  const { files, until, dir, report, dayLived } = options;
  const span = spanOf(until, size.months);
  const market = demoMarket(options, later(until, -TOLD_DAYS * DAY_MS));
  report(`Menyiapkan ${size.cities.length} kota …`);
  const scenes = await foundProvince(market, size.cities, span);
  await Promise.all(scenes.map(furnish));
  const last = dayOf(until, ZONE);
  for (let day = `${span.first}-01`; day <= last; day = addDays(day, 1)) {
    await liveDay(market, files, scenes, day, until);
    if (addDays(day, 1).endsWith('-01') || day === last) {
      report(lineOf(market, scenes, day));
      // Whoever looks in while the year goes on can sign in.
      await writeWhole(join(dir, 'people.json'), JSON.stringify(demoPeopleOf(scenes), null, 2));
    }
    await dayLived?.(nightOf(day, until));
  }
  // No stream brought the running month's standings, so they are counted once from the table.
  const running = monthOf(until, ZONE);
  await market.at(until, () => Promise.all(scenes.map(({ city }) => fillLiveMonth(market.world, city, running))));
  await Promise.all(
    scenes.map(async (scene) => {
      await tellSpending(scene, until);
      await tellTargets(scene, until);
      await tellDeliveries(scene, until);
      await tellVisits(scene, until);
    }),
  );
  const people = demoPeopleOf(scenes);
  for (const { person } of people)
    await market.ask('POST /me/notices/read', person, until, { body: { until: later(until, -UNREAD_DAYS * DAY_MS) } });
  const summary = await summaryOf(market, scenes, until);
  for (const line of summary.lines) report(line);
  const [newest] = await cardsOf(market, scenes[0] as Scene, until);
  return {
    headline: newest?.sentence ?? 'Belum ada bulan yang ditutup.',
    cities: scenes.map(({ city: { cityCode, name } }) => ({ cityCode, name })),
    people,
    summary,
  };
};

const furnish = async (scene: Scene): Promise<void> => {
  await openOffices(scene);
  const villages = await villagesOf(scene.plan);
  for (const planned of planShops(scene.plan, scene.city, scene.span)) openShop(scene, planned, villages);
  reopenReport(scene);
  watchReviews(scene);
  tellMatters(scene);
  tellComplaints(scene);
  tellStories(scene);
  tellCentres(scene);
  tellPartners(scene);
  tellCapital(scene);
  tellProgrammes(scene);
  tellIntegrity(scene);
};

/** The end of a day, or of the last one the instant at which the building stops. */
const nightOf = (day: Day, until: Instant): Instant => {
  const night = instantOf(day, 23 * 60 + 40, ZONE);
  return night < until ? night : until;
};

/** A day of the whole province: what the schedule does at midnight, what people do, what the clocks do at its end. */
const liveDay = async (market: DemoMarket, files: Files, scenes: readonly Scene[], day: Day, until: Instant) => {
  const midnight = instantOf(day, 5, ZONE);
  const month = monthOf(midnight, ZONE);
  const begun = addMonths(scenes[0]?.span.first ?? month, 1) <= month;
  const phase = { '01': 'preliminary', '11': 'final' }[day.slice(8)];
  if (phase && begun && midnight <= until) {
    await closeAt(market, files, midnight, { zone: ZONE, phase });
    for (const scene of scenes)
      await askAbout(market, { ...market.world, files }, scene, previousMonth(month), midnight);
  }
  await Promise.all(
    scenes.map((scene) => {
      if (day.endsWith('-01')) {
        for (const shop of scene.shops) runShop(scene, shop, month);
        if (begun) reportMonth(scene, addMonths(month, -1));
      }
      shopToday(scene, day);
      return scene.agenda.live(day);
    }),
  );
  const now = nightOf(day, until);
  await market.at(
    now,
    runClocks(() => market.world),
  );
  for (const { corrected, plan } of scenes)
    for (const { on, month: again } of corrected)
      if (on === day) await closeAt(market, files, now, { cityCode: plan.cityCode, month: again, phase: 'final' });
  if (market.faults.length > 0) throw new Error(`the demo met a fault on ${day}`, { cause: market.faults[0] });
};

/** Snapshots of a city, newest first: in the first five minutes of a month the one before it is not closed yet. */
const cardsOf = async (market: DemoMarket, { plan }: Scene, at: Instant) => {
  const asked = { params: { city: plan.cityCode }, query: { limit: 1 } };
  return (await market.ask('GET /cities/{city}/snapshots', undefined, at, asked)).items;
};

/** A line of progress: the month, and what there is so far. */
const lineOf = (market: DemoMarket, scenes: readonly Scene[], day: Day): string => {
  const open = scenes.reduce((sum, { shops }) => sum + shops.filter((shop) => shop.open).length, 0);
  return `${monthName(day.slice(0, 7)).padEnd(15)}${String(open).padStart(4)} usaha ${String(market.requests()).padStart(7)} langkah`;
};
