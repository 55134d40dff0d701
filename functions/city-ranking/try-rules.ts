import * as z from 'zod';
import { getCity } from '../../shared/table/cities.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { getRuleTrial, saveRuleTrial } from '../../shared/table/ranking/rule-trials.ts';
import { trialIn } from '../reads/prepared/names.ts';
import { s3Files } from '../s3-files.ts';
import { type World, workingWorld } from '../world.ts';
import { simulateRule } from './simulate-rule.ts';

const Called = z.object({ detail: z.object({ cityCode: z.string(), what: z.string() }) });
const InQueue = z.object({ Records: z.array(z.object({ body: z.string() })).length(1) });
/** By its queue on AWS, by the bus itself on one machine. */
const Asked = z.union([Called, InQueue.transform(({ Records: [call] }) => Called.parse(JSON.parse(call?.body ?? '')))]);

/** Tries two rules on the past of a city that has too many orders and goods to do so while somebody waits. Twice is once. */
export const tryRules =
  (world: () => World) =>
  async (event: unknown): Promise<{ tried: boolean }> => {
    const here = world();
    const { cityCode, what } = Asked.parse(event).detail;
    const trial = trialIn(what);
    const [city, wanted] = await Promise.all([
      getCity(here.table, cityCode),
      trial === undefined ? undefined : getRuleTrial(here.table, { cityCode, trial }),
    ]);
    if (!city || !wanted || wanted.outcome) return { tried: false };
    const outcome = await simulateRule(here, city, wanted.present, wanted.proposed);
    await commit(here.table, [saveRuleTrial({ ...wanted, outcome, version: wanted.version + 1 })]);
    return { tried: true };
  };

export const handler = tryRules(workingWorld({ files: s3Files }));
