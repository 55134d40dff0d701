import { Opening, OpeningCard } from '../../domain/capital/opening.ts';
import { exists } from '../engine/fields.ts';
import { list, type PageRequest } from '../engine/pages.ts';
import { type Freshness, get } from '../engine/reads.ts';
import { entity, namesIn, type Table } from '../engine/table.ts';
import { check, insert, type Write } from '../engine/writes.ts';

// | entity  | pk           | sk      | list 1                           |
// | Opening | OPENING#code | OPENING | MERCHANT#id#OPENINGS / at, code |
const key = (code: string) => ({ pk: `OPENING#${code}`, sk: 'OPENING' });
const openings = entity({
  type: 'Opening',
  schema: Opening,
  key: ({ code }: Pick<Opening, 'code'>) => key(code),
  list1: ({ merchantId, at, code }) => ({ pk: `MERCHANT#${merchantId}#OPENINGS`, sk: `${at}#${code}` }),
  card: namesIn(OpeningCard),
});

export const getOpening = (table: Table, code: string, freshness?: Freshness) =>
  get(table, openings, key(code), freshness);
/** Every opening of a shop's statements, and every try that was refused, newest first. */
export const openingsOfMerchant = (table: Table, merchantId: string, request: Omit<PageRequest, 'pk'>) =>
  list(table, OpeningCard, 'list1', { pk: `MERCHANT#${merchantId}#OPENINGS`, descending: true, ...request });
export const insertOpening = (opening: Opening): Write => insert(openings, opening);
/** That an opening is there, beside what else has to stand for it to be answered again. */
export const openingStands = ({ code }: Pick<Opening, 'code'>): Write => check('Opening', key(code), exists);
