import type { Feed } from '../../../shared/domain/partners/feeds/feed.ts';
import type { Sim } from '../sim.ts';
import type { Intent } from '../town/intent.ts';

type Of = Pick<Feed, 'partnerId' | 'cityCode' | 'kind' | 'month' | 'revision'>;
const nameOf = ({ partnerId, cityCode, kind, month, revision }: Of): string =>
  `${partnerId} ${cityCode} ${kind} ${month} ${revision}`;

/** A revision is written once and stays as it is, and each follows the one before. */
export const feed = (sim: Sim, before: Feed | undefined, after: Feed | undefined): string | undefined => {
  if (!after) return 'a feed was removed';
  if (before) return 'a revision that was taken changed';
  if (after.revision > 1 && after.reason === null) return 'a correction does not say why';
  const earlier = nameOf({ ...after, revision: after.revision - 1 });
  const known = sim.ledger.all('Feed').some((one) => nameOf(one) === earlier);
  return after.revision === 1 || known ? undefined : `revision ${after.revision} without the one before`;
};

type Answered = { readonly written: boolean; readonly feed: Feed | null };
/** One effect for each partner, month and revision: who was told that it was taken finds just that, and only one was the first. */
export const checkFeeds = (sim: Sim, intents: readonly Intent[]): void => {
  const taken = new Map(sim.ledger.all('Feed').map((one) => [nameOf(one), one]));
  const writers = new Map<string, number>();
  for (const { key, answers, body } of intents) {
    if (key !== 'POST /partner-feeds') continue;
    for (const answer of answers) {
      if (answer.status !== 200) continue;
      const { feed: told, written } = answer.body as Answered;
      const found = told && taken.get(nameOf(told));
      if (!told || found?.sha256 !== told.sha256) sim.violated('a feed was told of that is not there');
      else if (told.sha256 !== (body as { parts: string[] }).parts[0])
        sim.violated('other figures were taken for the same');
      if (told && written) writers.set(nameOf(told), (writers.get(nameOf(told)) ?? 0) + 1);
    }
  }
  for (const [name, times] of writers) if (times > 1) sim.violated(`${name} was taken ${times} times`);
};
