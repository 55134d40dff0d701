import * as z from 'zod';
import { fingerprint } from '../../basics/id.ts';
import { Id } from '../../basics/id-schema.ts';
import { Rupiah } from '../../basics/money.ts';
import { Day } from '../../basics/month-schema.ts';
import { Line } from '../../basics/text.ts';

export const DecisionId = Id('dec').meta({ id: 'DecisionId' });

/** What a buyer sends back of the list it chose from: the card's own choice token, and one reason when it stood below the line. */
export const Chosen = z
  .strictObject({
    token: z.string().min(1).max(600).optional().describe('`choiceToken` of the card, as the list gave it'),
    reason: Line(200).optional().describe('Required when the product stands below the line, chosen from a list or not'),
  })
  .meta({ id: 'Chosen' });

/** Where an ordered line stood in the list it was chosen from. */
export const Choice = z
  .object({
    decisionId: DecisionId.nullable().describe('Null when it was ordered without a list'),
    rank: z.int().nullable().describe('Null too when the offer changed since it was listed'),
    below: z.string().nullable().describe('The reason it stood below the line; null above it'),
    reason: z.string().nullable().describe('Why the buyer chose it all the same'),
    referenceRupiah: Rupiah.nullable().describe('The median price it was compared with, for one unit'),
  })
  .meta({ id: 'Choice' });
export type Choice = z.infer<typeof Choice>;

/** What a card's choice token says; signed and bound to the product, so that nobody can claim another rank. */
const ChoiceToken = Choice.pick({ below: true, referenceRupiah: true }).extend({
  decisionId: DecisionId,
  rank: z.int(),
  drawnOn: Day,
  offered: z.string().describe('What was offered, at which price (`offeredAs`): anything else is judged again'),
});
export type ChoiceToken = z.infer<typeof ChoiceToken>;

/** A list of last month says nothing of today: a token is good for so many days after its list was drawn. */
export const CHOICE_DAYS = 7;

export const boundTo = (productId: string): string => `choice ${productId}`;
export const writeChoice = ({ decisionId, rank, below, referenceRupiah, drawnOn, offered }: ChoiceToken): string =>
  JSON.stringify([decisionId, rank, below, referenceRupiah, drawnOn, offered]);
/** A token we signed; one of a former release, written otherwise, says nothing. */
export const readChoice = (text: string): ChoiceToken | undefined => {
  const [decisionId, rank, below, referenceRupiah, drawnOn, offered] = z.array(z.unknown()).parse(JSON.parse(text));
  return ChoiceToken.safeParse({ decisionId, rank, below, referenceRupiah, drawnOn, offered }).data;
};

/** What a buyer saw of an offer. A price raised after the list was made, or another good under the name, is not it. */
export const offeredAs = ({ name, unit, priceRupiah }: { name: string; unit: string; priceRupiah: number }): string =>
  fingerprint([name, unit, priceRupiah]).slice(0, 12);
