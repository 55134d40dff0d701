import { CARD, CARD2 } from '../../../shared/table/engine/card.ts';
import { indexes, keyNames } from '../../../shared/table/engine/schema.ts';
import { invalid, unknown } from './expression.ts';

export type Item = Readonly<Record<string, unknown>>;

/** A set of texts: the one kind of set the market keeps. Nobody changes one; a changed one is another. */
const isTexts = (value: unknown): value is ReadonlySet<string> => {
  if (!(value instanceof Set)) return false;
  const odd = [...value].find((one) => typeof one !== 'string' || one === '');
  if (odd !== undefined || value.size === 0) throw unknown('a set of anything but texts');
  return true;
};

/** A value as the engine keeps it: copied, without undefined, and frozen, so that nobody changes it from outside. */
const kept = (value: unknown): unknown => {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      if (!Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER) throw unknown(`the number ${value}`);
      return value;
    case 'object': {
      if (value === null) return null;
      if (Array.isArray(value)) return Object.freeze(value.filter((one) => one !== undefined).map(kept));
      if (isTexts(value)) return new Set(value);
      if (Object.getPrototypeOf(value) !== Object.prototype) throw unknown(`a value of ${value.constructor?.name}`);
      const copy: Record<string, unknown> = {};
      for (const name in value) {
        const inner = (value as Record<string, unknown>)[name];
        if (inner !== undefined) copy[name] = kept(inner);
      }
      return Object.freeze(copy);
    }
    default:
      throw unknown(`a value of type ${typeof value}`);
  }
};

/** An item that came back as it was kept, frozen once more. */
export const frozen = (item: Item): Item => kept(item) as Item;

/** An entry whose maps are its reader's own, one level deep: what is in them stays frozen. */
export const takenApart = (item: Item): Item => {
  const copy: Record<string, unknown> = { ...item };
  for (const name of [CARD, CARD2]) if (copy[name] !== undefined) copy[name] = { ...(copy[name] as Item) };
  return copy;
};

const requireKeys = (item: Item): void => {
  for (const name of [keyNames.partition, keyNames.sort]) {
    const value = item[name];
    if (typeof value !== 'string') throw invalid(`One of the required keys was not given a value: ${name}`);
    if (value === '') throw invalid(`A key attribute cannot contain an empty string value. Key: ${name}`);
  }
};

/** An item as it will be kept, or the refusal the engine gives for its keys. */
export const stored = (item: Item): Item => {
  requireKeys(item);
  const copy = kept(item) as Item;
  for (const { partition, sort } of Object.values(indexes))
    for (const name of [partition, sort]) {
      const value = copy[name];
      if (value === undefined) continue;
      if (typeof value !== 'string') throw invalid(`Type mismatch for Index Key ${name}`);
      if (value === '') throw invalid(`A key attribute cannot contain an empty string value. IndexKey: ${name}`);
    }
  return copy;
};

/** The key of a request: its two names and nothing else. */
export const keyOf = (key: Item): Item => {
  requireKeys(key);
  return { pk: key['pk'], sk: key['sk'] };
};
