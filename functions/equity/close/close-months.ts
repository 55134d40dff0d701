import * as z from 'zod';
import { monthOf, previousMonth } from '../../../shared/domain/basics/month.ts';
import { Month, Zone } from '../../../shared/domain/basics/month-schema.ts';
import { Phase } from '../../../shared/domain/equity/snapshot/snapshot.ts';
import { CityCode, ProvinceCode, provinceOf } from '../../../shared/domain/places/region.ts';
import type { Files } from '../../files.ts';
import { allCities } from '../../reads/all-cities.ts';
import { Range, rangesOf } from '../../reads/register.ts';
import { s3Files } from '../../s3-files.ts';
import { type World, workingWorld } from '../../world.ts';
import { type Close, closeCity } from './close-city.ts';
import { mergeCountry, mergeProvince } from './merge-places.ts';
import { openRange } from './open-month.ts';

const At = z.string().transform((at) => new Date(at).toISOString());
const Closing = { month: Month, phase: Phase, takenAt: At };

/** The tasks of the state machine (infra/month-close-definition.ts). Every one may run twice. */
const Task = z.discriminatedUnion('task', [
  z.object({
    task: z.literal('plan'),
    input: z.union([
      z.object({ zone: Zone, phase: Phase, scheduledAt: At }),
      z.object({ cityCode: CityCode, month: Month, phase: Phase, scheduledAt: At }),
    ]),
  }),
  z.object({ task: z.literal('city'), cityCode: CityCode, ...Closing }),
  z.object({ task: z.literal('open'), cityCode: CityCode, range: Range, ...Closing }),
  z.object({ task: z.literal('opened-city'), cityCode: CityCode, ...Closing }),
  z.object({ task: z.literal('province'), province: ProvinceCode, ...Closing }),
  z.object({ task: z.literal('country'), ...Closing }),
]);
type Task = z.infer<typeof Task>;
type PlanInput = Extract<Task, { task: 'plan' }>['input'];

/** The cities of a zone that were on the market in a month: a month that ended before a city was founded is none of its. */
const citiesIn = async (world: World, zone: Zone, month: Month): Promise<string[]> =>
  (await allCities(world))
    .filter((city) => city.zone === zone && monthOf(city.foundedAt, zone) <= month)
    .map(({ cityCode }) => cityCode);

/**
 * Which cities to close, for which month. The month comes from the scheduled instant, never from the clock: a run that
 * starts late, twice, or days after, closes the same month.
 */
const plan = async (world: World, input: PlanInput) => {
  const month = 'zone' in input ? previousMonth(monthOf(input.scheduledAt, input.zone)) : input.month;
  const cities = 'zone' in input ? await citiesIn(world, input.zone, month) : [input.cityCode];
  const close: Close = { month, phase: input.phase, takenAt: input.scheduledAt };
  return {
    ...close,
    cities: cities.map((cityCode) => ({ cityCode })),
    provinces: [...new Set(cities.map(provinceOf))].map((province) => ({ province })),
  };
};

const brief = (snapshot: { place: string; revision: number; hash: string } | undefined) =>
  snapshot ? { place: snapshot.place, revision: snapshot.revision, hash: snapshot.hash } : null;

/** A city of one range is opened and closed at once; a larger one is answered with the ranges to open before. */
const openOrDivide = async (world: World, files: Files, cityCode: string, close: Close, merchants?: number) => {
  const ranges = await rangesOf(world, cityCode, merchants);
  const [only, ...more] = ranges;
  if (!only || more.length > 0) return { ranges };
  await openRange(world, cityCode, only, close.month);
  return brief(await closeCity(world, files, cityCode, close));
};

/** `rangeMerchants` is how many merchants one run opens, for anyone who wants to see a small city divided. */
export const closeMonths =
  (world: () => World, rangeMerchants?: number) =>
  async (event: unknown): Promise<unknown> => {
    const task = Task.parse(event);
    const here = world();
    switch (task.task) {
      case 'plan':
        return plan(here, task.input);
      case 'city':
        return openOrDivide(here, here.files, task.cityCode, task, rangeMerchants);
      case 'open':
        return openRange(here, task.cityCode, task.range, task.month);
      case 'opened-city':
        return brief(await closeCity(here, here.files, task.cityCode, task));
      case 'province':
        return brief(await mergeProvince(here, here.files, task.province, task));
      case 'country':
        return brief(await mergeCountry(here, here.files, task));
    }
  };

export const handler = closeMonths(workingWorld({ files: s3Files }));
