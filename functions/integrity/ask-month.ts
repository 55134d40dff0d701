import * as z from 'zod';
import { eventTypes } from '../../events/contract.ts';
import { askedOf } from '../../shared/domain/integrity/ask-and-close.ts';
import { findingsOf } from '../../shared/domain/integrity/find.ts';
import { getCity } from '../../shared/table/cities.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { getSnapshot } from '../../shared/table/equity/snapshots.ts';
import { askOnce, getLook, putLook } from '../../shared/table/integrity/questions.ts';
import { s3Files } from '../s3-files.ts';
import { type World, workingWorld } from '../world.ts';
import { withAnswers } from './buyer-answers.ts';
import { monthFacts } from './month-facts.ts';

const Called = z.object({ detail: eventTypes.IntegrityDue });
const InQueue = z.object({ Records: z.array(z.object({ body: z.string() })).length(1) });
/** By its queue on AWS, by the bus itself on one machine. */
const Asked = z.union([Called, InQueue.transform(({ Records: [call] }) => Called.parse(JSON.parse(call?.body ?? '')))]);

/**
 * Looks at a city's month once for each revision of its close, and asks what the rules find. A question's id is made of
 * city, rule, subject and month: run again, late or twice at once, each is asked and counted once. The look is noted last,
 * so a run that broke off is made again.
 */
export const askMonth =
  (world: () => World) =>
  async (event: unknown): Promise<{ asked: number }> => {
    const { cityCode, month } = Asked.parse(event).detail;
    const here = world();
    const { table } = here;
    const [city, close, look] = [
      await getCity(table, cityCode),
      await getSnapshot(table, cityCode, month, undefined, 'none'),
      await getLook(table, cityCode, month),
    ];
    if (!city || !close || look?.revision === close.revision) return { asked: 0 };
    const facts = await monthFacts(here, city, month);
    const findings = await withAnswers(here, findingsOf(facts));
    const at = here.now();
    for (const finding of findings) {
      const questionId = here.keyedIds.derived('itg', cityCode, finding.rule, finding.subject, month);
      await commit(table, askOnce(askedOf(finding, { questionId, cityCode, month, at })));
    }
    const { length: purchases } = facts.purchases;
    const { revision } = close;
    await commit(table, [putLook({ cityCode, month, revision, at, purchases, asked: findings.length })]);
    return { asked: findings.length };
  };

export const handler = askMonth(workingWorld({ files: s3Files }));
