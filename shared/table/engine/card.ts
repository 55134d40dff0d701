/** An item as the engine keeps it, or a value before it is one. */
export type Item = Record<string, unknown>;

/**
 * What lists show of an item is kept together in one attribute, its card, and that alone is projected into the list
 * indexes: an index entry holds no more than lists show, selling does not rewrite what no list shows, and the number of
 * projected attributes (DynamoDB's API names 20 an index) does not grow with the number of lists. Every entity names
 * its own.
 */
export const CARD = 'card';
/** What the second list alone shows: a large part of an item that the first list's readers would pay for and leave. */
export const CARD2 = 'card2';

/** Which of its attributes an entity keeps on which card; the others stand beside. */
export type Cards = { readonly card?: readonly string[]; readonly card2?: readonly string[] };

/** The card that holds an attribute, if one does. */
export const holderOf =
  ({ card, card2 }: Cards) =>
  (name: string): typeof CARD | typeof CARD2 | undefined =>
    card?.includes(name) ? CARD : card2?.includes(name) ? CARD2 : undefined;

type Held = ReadonlyMap<string, typeof CARD | typeof CARD2>;
const NOTHING: Held = new Map();
const known = new WeakMap<Cards, Held>();
/** The same for every attribute of an entity, looked up once. */
const heldBy = (cards: Cards): Held => {
  const held =
    known.get(cards) ??
    new Map([
      ...(cards.card2 ?? []).map((name) => [name, CARD2] as const),
      ...(cards.card ?? []).map((name) => [name, CARD] as const),
    ]);
  known.set(cards, held);
  return held;
};

/** Puts a value into its item as it is stored: what lists show of it on its cards, the rest beside. Without a card as it is. */
export const putCarded = (item: Item, value: Item, cards: Cards): Item => {
  const held = cards.card ? heldBy(cards) : NOTHING;
  const on: Record<typeof CARD | typeof CARD2, Item> = { [CARD]: {}, [CARD2]: {} };
  for (const name of Object.keys(value)) {
    const card = held.get(name);
    (card ? on[card] : item)[name] = value[name];
  }
  if (cards.card) item[CARD] = on[CARD];
  if (cards.card && cards.card2) item[CARD2] = on[CARD2];
  return item;
};

/** The same for a schema that takes what it knows and leaves the rest: twice as fast, and the cards stay beside. */
export const forSchema = (item: Item): Item => {
  const card = item[CARD];
  const card2 = item[CARD2];
  return card === undefined && card2 === undefined ? item : { ...item, ...(card as Item), ...(card2 as Item) };
};

/** An item as it was before it was stored, wherever it comes from: the table, a list, the stream, a refused condition. */
export const fromItem = (item: Item): Item => {
  const { [CARD]: card, [CARD2]: card2, ...rest } = item;
  return card === undefined && card2 === undefined ? item : { ...rest, ...(card as Item), ...(card2 as Item) };
};
