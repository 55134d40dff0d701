import { later } from '../../../shared/domain/basics/month.ts';
import { Problem } from '../../../shared/problem.ts';
import { Stale } from '../../../shared/table/engine/retries.ts';
import { commit } from '../../../shared/table/engine/writes.ts';
import { askForPreparation, getPreparation } from '../../../shared/table/preparations.ts';
import type { World } from '../../world.ts';

/** Who waits for what was never made asks again after this; making it takes a large city some minutes. */
const ASK_AGAIN_SECONDS = 60;
/** After so long what was asked for is asked for anew: whoever was to make it may have failed. */
const ASKED_MS = 10 * 60_000;

type Wanted = { readonly cityCode: string; readonly what: string };

/** Lets whoever makes it know that somebody waits, once for all who do. */
const ask = async ({ table, now }: World, { cityCode, what }: Wanted): Promise<void> => {
  const before = await getPreparation(table, { cityCode, what });
  const askedAt = now();
  if (before && later(before.askedAt, ASKED_MS) > askedAt) return;
  const asked = askForPreparation({ cityCode, what, askedAt, version: (before?.version ?? 0) + 1 });
  await commit(table, [asked]).catch((error: unknown) => {
    // Somebody else asked at the same time, and was heard.
    if (!(error instanceof Stale)) throw error;
  });
};

/**
 * What is made behind the pages and was never made is asked for by an event, never made while somebody waits.
 * @param told what is being prepared, as a sentence begins: `Daftar November 2026`
 * @throws Problem being_prepared
 */
export const beingPrepared = async (world: World, { told, ...wanted }: Wanted & { told: string }): Promise<never> => {
  await ask(world, wanted);
  throw new Problem('being_prepared', `${told}. Coba lagi dalam satu menit.`, [], ASK_AGAIN_SECONDS);
};
