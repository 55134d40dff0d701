import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ranking } from '../../shared/contract/ranking/ranking.ts';
import type { Output } from '../../shared/contract.ts';
import { WAITING_STEP } from '../../shared/domain/ranking/ledger/unvisited-sales.ts';
import { keepsPromise } from '../../shared/domain/ranking/list/day-key.ts';
import { type Difference, replay } from '../../shared/domain/ranking/list/decision.ts';
import { requestIn } from '../../shared/domain/ranking/list/offered.ts';
import { priceLevel } from '../../shared/domain/ranking/rule/price-line.ts';
import type { RankingInput } from '../../shared/domain/ranking/rule/ranking.ts';
import { inRounds } from '../../shared/domain/ranking/rule/rounds.ts';

const usage = `npm run replay -- <decisionId> [--base-url http://localhost:3000]
Makes a list of the market again from what the market publishes, with the market's own code on your machine, and says
whether it is the list that was shown. Before the day's key is published (the next day) ties cannot be drawn: then only
the part that no draw decided is checked.`;

type Page = Output<'GET /rankings/{decisionId}'>;
export type Published = Omit<Page, 'next'>;

/** All pages of a published decision. */
const download = async (baseUrl: string, decisionId: string): Promise<Published> => {
  const items: Page['items'] = [];
  let first: Page | undefined;
  let cursor: string | null = null;
  do {
    const query: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const answer = await fetch(`${baseUrl}/api/rankings/${decisionId}?limit=100${query}`);
    if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
    // It may come from any address: what is no list of the contract is none.
    const page: Page = ranking['GET /rankings/{decisionId}'].response.parse(await answer.json());
    first ??= page;
    items.push(...page.items);
    cursor = page.next;
  } while (cursor !== null);
  return { ...first, items };
};

export type Verdict = { matches: boolean; differences: readonly (Difference | 'ranks' | 'key')[]; drawn: boolean };

/**
 * Draws a published list again. The key must keep its promise, the digests must be those of the record, and every offer
 * must be where it was shown.
 */
export const checkPublished = ({ decision, policy, dayKey, items }: Published): Verdict => {
  const request = requestIn(decision);
  const owners = new Map(
    items.map(({ ownerId, step, waits, exposure, salesOrder }) => [
      ownerId,
      { step: step + (waits ? WAITING_STEP : 0), exposure, recentSalesRupiah: salesOrder },
    ]),
  );
  // What was parsed has no field that is there and undefined, which the schema's type cannot say.
  const offers = items.map(({ offer }) => offer) as RankingInput['offers'];
  // No draw is made with a key that was not promised.
  const drawn = dayKey !== null && keepsPromise(dayKey, decision.dayKeyHash);
  const input: RankingInput = {
    request,
    offers,
    ledger: { version: decision.ledgerVersion, owners },
    policy,
    unitRupiah: decision.unitRupiah,
    dayKey: drawn ? dayKey : '',
  };
  const again = replay({ ...decision, request }, input);
  const differences: (Difference | 'ranks' | 'key')[] = again.differences.filter(
    (difference) => drawn || (difference !== 'day_key' && difference !== 'list'),
  );
  if (dayKey !== null && !drawn) differences.push('key');
  // An owner has one set of figures, whichever of its offers they stand beside.
  const figuresOf = new Map(items.map((item) => [item.ownerId, ownFigures(item)]));
  if (items.some((item) => figuresOf.get(item.ownerId) !== ownFigures(item)) && !differences.includes('offers'))
    differences.push('offers');
  const moved = inRounds(again.ordered).some((here, index) => {
    const shown = offers[index];
    return (
      shown === undefined ||
      (drawn ? shown.offerId !== here.offer.offerId : keyOf(shown, items[index]) !== keyOf(here.offer, here))
    );
  });
  if (moved) differences.push('ranks');
  return { matches: differences.length === 0, differences, drawn };
};

const ownFigures = ({ step, waits, exposure, salesOrder }: Published['items'][number]): string =>
  JSON.stringify([step, waits, exposure, salesOrder]);

/** What orders an offer, the draw aside: without the day's key two of one key may stand either way round. */
const keyOf = (offer: RankingInput['offers'][number], here: { above: boolean } | undefined): string =>
  JSON.stringify([here?.above, offer.tier ?? 0, here?.above ? priceLevel(offer) : offer.priceRupiah]);

const main = async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { 'base-url': { type: 'string', default: 'http://localhost:3000' } },
  });
  const [decisionId] = positionals;
  if (decisionId === undefined) throw new Error(usage);
  const published = await download(values['base-url'].replace(/\/$/, ''), decisionId);
  const { matches, differences } = checkPublished(published);
  const { decision, dayKey } = published;
  console.log(
    `${decision.decisionId}: ${decision.owners} owners, ${decision.above} offers above the line, ${decision.below} below`,
  );
  console.log(`ledger ${decision.ledgerVersion}, policy ${decision.policyVersion}, key of ${decision.drawnOn}`);
  if (dayKey === null) console.log(`the key is published on ${published.dayKeyShownFrom}; ties were not drawn`);
  console.log(matches ? 'match' : `differs: ${differences.join(', ')}`);
  if (!matches) process.exitCode = 1;
};

if (process.argv[1] === fileURLToPath(import.meta.url))
  await main().catch((error) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 2;
  });
