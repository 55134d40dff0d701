import * as z from 'zod';
import { getCity } from '../../../shared/table/cities.ts';
import { rerunOnStale } from '../../../shared/table/engine/retries.ts';
import { s3Files } from '../../s3-files.ts';
import { type World, workingWorld } from '../../world.ts';
import { refreshLedger } from './make-version.ts';

const ATTEMPTS = 4;

/** An event about one city. A call every quarter of an hour looks for owners when that is due, all others at once. */
const CityEvent = z.object({ 'detail-type': z.string(), detail: z.object({ cityCode: z.string() }) });
const InQueue = z.object({ Records: z.array(z.object({ body: z.string() })).length(1) });
const Asked = z.union([
  CityEvent,
  InQueue.transform(({ Records: [call] }) => CityEvent.parse(JSON.parse(call?.body ?? ''))),
]);

/** One run, one city: called by the queue of calls, or by an event that cannot wait for it. */
export const refreshLedgers =
  (world: () => World) =>
  async (event: unknown): Promise<{ ledgerVersion: string | null }> => {
    const asked = Asked.parse(event);
    const here = world();
    const city = await getCity(here.table, asked.detail.cityCode);
    const forced = asked['detail-type'] !== 'LedgerDue';
    if (!city) return { ledgerVersion: null };
    const refresh = () => refreshLedger(here, city, forced);
    return { ledgerVersion: await rerunOnStale(here.table, ATTEMPTS, refresh) };
  };

export const handler = refreshLedgers(workingWorld({ files: s3Files }));
