import { Stale } from '../engine/retries.ts';
import { remove, update, type Write } from '../engine/writes.ts';
import { ofPerson } from './seats.ts';

/* The seats of who asked to have their data erased: none are taken from then on, and the row ends with the account. */

/** From now on they take no seat; refused while they hold one. */
export const stopSeats = (person: string, at: string): Write => {
  const { type, key } = ofPerson(person);
  return update(
    type,
    key,
    {
      UpdateExpression: 'SET #type = :type, #leaving = :at',
      ConditionExpression: 'attribute_not_exists(#seats) OR #seats = :none',
      ExpressionAttributeNames: { '#type': 'type', '#leaving': 'leaving', '#seats': 'seats' },
      ExpressionAttributeValues: { ':type': type, ':at': at, ':none': 0 },
    },
    () => new Stale(type),
  );
};

/** They may take seats again. What they left stays known: it is by this that nobody serves themselves. */
export const allowSeats = (person: string): Write => {
  const { type, key } = ofPerson(person);
  const names = { '#leaving': 'leaving' };
  return update(
    type,
    key,
    { UpdateExpression: 'REMOVE #leaving', ExpressionAttributeNames: names },
    () => new Stale(type),
  );
};

/** An erased person's shops are known until then, or not at all. */
export const endSeats = (person: string, until: string | undefined): Write => {
  const { type, key } = ofPerson(person);
  if (until === undefined) return remove(type, key);
  return update(
    type,
    key,
    {
      UpdateExpression: 'SET #ttl = :ttl REMOVE #leaving',
      ExpressionAttributeNames: { '#ttl': 'ttl', '#leaving': 'leaving' },
      ExpressionAttributeValues: { ':ttl': Math.floor(Date.parse(until) / 1000) },
    },
    () => new Stale(type),
  );
};
