import * as z from 'zod';
import { Line } from '../basics/text.ts';
import { type Goods, opened } from './change-case.ts';
import type { GoodsCase } from './goods-case.ts';

export const Decision = z
  .strictObject({ decision: z.enum(['withdraw', 'keep']), reason: Line(300).describe('Told to the shop') })
  .meta({ id: 'GoodsDecision' });

/** So many decisions stand with a case; the trail of acts has all. */
const MOST_DECISIONS = 20;
/** The case as the city decided it; a city may take goods up that nobody reported. */
export const decidedCase = (
  before: GoodsCase | undefined,
  goods: Goods,
  decision: Pick<GoodsCase['decisions'][number], 'state' | 'reason' | 'by' | 'at'>,
): GoodsCase => {
  const now = before ?? opened(goods, decision.at);
  const decisions = [...now.decisions, decision].slice(-MOST_DECISIONS);
  return { ...now, name: goods.name, state: decision.state, decisions, version: now.version + 1 };
};
