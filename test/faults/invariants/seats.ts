import { isDeepStrictEqual } from 'node:util';
import type { Change } from '../../../infra/local/memory/lists.ts';
import type { SeriesDraw } from '../../../shared/domain/programmes/draw.ts';
import type { Enrolment } from '../../../shared/domain/programmes/enrolment.ts';
import { enrolmentEnd, type Series } from '../../../shared/domain/programmes/series.ts';
import type { SeriesSeats } from '../../../shared/table/programmes/series.ts';
import type { Observer, Running, Sim } from '../sim.ts';
import { scanned } from '../town/acts/seats.ts';
import type { Intent } from '../town/intent.ts';
import { zoneOf } from '../town/wish.ts';

const next: Readonly<Record<Enrolment['state'] | 'new', readonly string[]>> = {
  new: ['waiting'],
  waiting: ['seated', 'withdrawn'],
  seated: ['withdrawn'],
  withdrawn: ['waiting'],
};

/** A place in a queue, on its own: its road, and who came once stays on record once. */
const enrolment = (before: Enrolment | undefined, after: Enrolment | undefined): string | undefined => {
  if (!after) return 'it was removed';
  if (after.version !== (before?.version ?? 0) + 1) return `version ${after.version} after ${before?.version}`;
  const from = before?.state ?? 'new';
  const came = before?.attended ?? [];
  const moved = from !== after.state;
  if (moved && !next[from].includes(after.state)) return `${from} became ${after.state}`;
  if ((after.state === 'seated') !== (after.seatedAt !== null)) return `${after.state}, seated at ${after.seatedAt}`;
  const sessions = after.attended.map(({ session }) => session);
  if (new Set(sessions).size < sessions.length) return `came twice to a meeting: ${sessions}`;
  const lost = came.find((one) => !after.attended.some((other) => isDeepStrictEqual(one, other)));
  if (lost) return `what was seen of meeting ${lost.session} is gone`;
  return sessions.length > came.length && (moved || from !== 'seated') ? `came to a meeting as ${from}` : undefined;
};

type Of<T> = { readonly was: T | undefined; readonly is: T | undefined };
const changesOf = <T>(changes: readonly Change[], type: string): Of<T>[] =>
  changes
    .filter(({ before, after }) => (after ?? before)?.['type'] === type)
    .map(({ before, after }) => ({ was: before as T | undefined, is: after as T | undefined }));

/** When each place in a queue last changed hands, by the simulator's clock. */
const touched = new WeakMap<Sim, Map<string, number>>();
const nameOf = ({ seriesId, merchantId }: Enrolment): string => `${seriesId} ${merchantId}`;

/** Seats given and let go in this commit are counted in it, and there are no more than the series has. */
const counted = (sim: Sim, changes: readonly Change[]): string | undefined => {
  const held = (one: Enrolment | undefined, seriesId: string) =>
    one?.seriesId === seriesId && one.state === 'seated' ? 1 : 0;
  const enrolments = changesOf<Enrolment>(changes, 'Enrolment');
  const series = changesOf<Series>(changes, 'Series');
  const seats = changesOf<SeriesSeats>(changes, 'SeriesSeats');
  for (const seriesId of new Set(
    [...enrolments, ...series, ...seats].map(({ was, is }) => (is ?? was)?.seriesId ?? ''),
  )) {
    const more = enrolments.reduce((sum, { was, is }) => sum + held(is, seriesId) - held(was, seriesId), 0);
    const change = seats.find(({ is }) => is?.seriesId === seriesId);
    const known = sim.ledger.find('SeriesSeats', `SERIES#${seriesId} SEATS`);
    const [before, after] = [change?.was ?? known, change?.is ?? known];
    const plan =
      series.find(({ is }) => is?.seriesId === seriesId)?.is ?? sim.ledger.find('Series', `SERIES#${seriesId} SERIES`);
    if (!after || !plan) return 'it has no seats';
    if (Math.min(after.free, after.taken) < 0) return `free ${after.free}, taken ${after.taken}`;
    if (after.taken + after.free !== plan.seats) return `free ${after.free} + taken ${after.taken}, of ${plan.seats}`;
    if (after.taken - (before?.taken ?? 0) !== more) return `${more} more have a seat, ${after.taken} are counted`;
  }
  return undefined;
};

/** Everybody who waits and has waited since before this request began, whose owner has had no seat meanwhile. */
const rivals = (sim: Sim, one: Enrolment, began: number): Enrolment[] => {
  const still = (other: Enrolment) => (touched.get(sim)?.get(nameOf(other)) ?? 0) < began;
  const all = sim.ledger.all('Enrolment').filter(({ seriesId }) => seriesId === one.seriesId);
  const isFree = (ownerId: string) =>
    all.every((own) => own.ownerId !== ownerId || (own.state !== 'seated' && still(own)));
  return all.filter(
    ({ state, merchantId, ownerId }) => state === 'waiting' && merchantId !== one.merchantId && isFree(ownerId),
  );
};

/** Nobody is given a seat while somebody waits who was before them, and no owner has two. */
const inTurn = (sim: Sim, changes: readonly Change[], process: Running | undefined): string | undefined => {
  const enrolments = changesOf<Enrolment>(changes, 'Enrolment');
  const given = enrolments.flatMap(({ was, is }) => (is?.state === 'seated' && was?.state === 'waiting' ? [is] : []));
  for (const one of given) {
    const draw =
      changesOf<SeriesDraw>(changes, 'SeriesDraw')[0]?.is ??
      sim.ledger.find('SeriesDraw', `SERIES#${one.seriesId} DRAW`);
    if (!draw) return 'a seat was given before the draw';
    const rank = ({ merchantId, enrolledAt }: Enrolment): string => {
      const drawn = enrolledAt < draw.at ? draw.ranked.findIndex((other) => other.merchantId === merchantId) : -1;
      return drawn < 0 ? `later ${enrolledAt}` : `drawn ${String(drawn).padStart(4, '0')}`;
    };
    const first = rivals(sim, one, process?.beganAt ?? 0).find(
      (other) => rank(other) < rank(one) && !given.some(({ ownerId }) => ownerId === other.ownerId),
    );
    if (first) return `${one.merchantId} (${rank(one)}) was given a seat before ${first.merchantId} (${rank(first)})`;
    const same = sim.ledger
      .all('Enrolment')
      .find(
        ({ seriesId, ownerId, state, merchantId }) =>
          seriesId === one.seriesId && ownerId === one.ownerId && state === 'seated' && merchantId !== one.merchantId,
      );
    if (same) return `${one.ownerId} has two seats`;
  }
  return undefined;
};

/** Drawn once, one shop of every owner who was in time; its seed is told with it, and stays. */
const drawnOnce = (sim: Sim, changes: readonly Change[], process: Running | undefined): string | undefined => {
  for (const { was, is } of changesOf<SeriesDraw>(changes, 'SeriesDraw')) {
    if (was || !is) return 'a draw was rewritten';
    const series = sim.ledger.find('Series', `SERIES#${is.seriesId} SERIES`);
    const drawn = new Set(is.ranked.map(({ merchantId }) => merchantId));
    const all = sim.ledger.all('Enrolment').filter(({ seriesId }) => seriesId === is.seriesId);
    const owners = all.flatMap(({ merchantId, ownerId }) => (drawn.has(merchantId) ? [ownerId] : []));
    if (new Set(owners).size < owners.length) return 'an owner had two lots';
    const missed = all.find(
      (one) =>
        series !== undefined &&
        one.state === 'waiting' &&
        one.enrolledAt < enrolmentEnd(series, zoneOf(series.cityCode)) &&
        (touched.get(sim)?.get(nameOf(one)) ?? 0) < (process?.beganAt ?? 0) &&
        !owners.includes(one.ownerId),
    );
    if (missed) return `${missed.merchantId} was in time and not in the draw`;
  }
  for (const { was, is } of changesOf<Series>(changes, 'Series')) {
    if (was?.lot && !isDeepStrictEqual(was.lot, is?.lot)) return 'its lot changed';
    if (!was?.lot && is?.lot && changesOf(changes, 'SeriesDraw').length === 0) return 'it has a lot without a draw';
  }
  return undefined;
};

/** After every commit: as many seats are taken as there are people on them, each in turn, drawn once, present once. */
export const keepsSeats: Observer = (sim, changes, process) => {
  const own = changes.filter(({ before, after }) => /^(Series|Enrolment)/.test(String((after ?? before)?.['type'])));
  if (own.length === 0) return;
  for (const { was, is } of changesOf<Enrolment>(own, 'Enrolment')) {
    const wrong = enrolment(was, is);
    if (wrong) sim.violated(`Enrolment ${nameOf((is ?? was) as Enrolment)}: ${wrong}`);
  }
  const wrong = counted(sim, own) ?? inTurn(sim, own, process) ?? drawnOnce(sim, own, process);
  if (wrong) sim.violated(`${own.map(({ key }) => key)}: ${wrong}`);
  const times = touched.get(sim) ?? new Map<string, number>();
  touched.set(sim, times);
  for (const { was, is } of changesOf<Enrolment>(own, 'Enrolment'))
    if (is && was?.state !== is.state) times.set(nameOf(is), sim.now);
};

/** When the dust has settled: everybody who ever came is counted, and whose scan was taken was there. */
export const checkSeats = (sim: Sim, intents: readonly Intent[]): void => {
  const enrolments = sim.ledger.all('Enrolment');
  for (const { seriesId, enrolled, taken } of sim.ledger.all('SeriesSeats')) {
    const all = enrolments.filter((one) => one.seriesId === seriesId);
    const held = all.filter(({ state }) => state === 'seated').length;
    if (all.length !== enrolled || held !== taken)
      sim.violated(`${seriesId} counts ${enrolled} in its queue and ${taken} seats, there are ${all.length}, ${held}`);
  }
  for (const { key, params, body, answers } of intents) {
    if (key !== 'POST /series/{seriesId}/attendance' || !answers.some(({ status }) => status === 200)) continue;
    const mark = body as { session: number; code: string };
    const who = scanned(sim, params['seriesId'] ?? '', mark);
    if (!who?.attended.some(({ session }) => session === mark.session))
      sim.violated(`a scan of meeting ${mark.session} was taken, and ${who?.name ?? 'nobody'} was not there`);
  }
};
