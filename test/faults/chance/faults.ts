import type { Random } from './random.ts';

/** Every kind of fault, with how often it can strike when a history has it: per call, step or delivery. */
export const faultKinds = {
  throttled: 'the engine says it has too much to do',
  conflict: 'another transaction holds an item, also mixed with failed conditions',
  unreached: 'the connection broke before the engine got the command',
  lost: 'the engine committed, the answer never came',
  resent: 'the SDK sent a command again whose answer was lost',
  unprocessed: 'a batch was read in part',
  'stale read': 'an eventually consistent read of an item saw the version before',
  'stale index': 'a list was read while changes had not reached it',
  killed: 'a process ended at an await, for ever',
  'time-out': 'a function ran out of time between two awaits',
  'double click': 'a request was sent twice at once',
  'clock skew': 'a container whose clock is minutes wrong, or steps back',
  duplicated: 'a stream record was delivered again, at once or much later',
  reordered: 'stream records of different items changed places',
  'bus refused': 'the event bus did not take an event',
  'target failed': 'the function behind the bus failed, or was called twice',
  poison: 'a stream record that no consumer can read',
  'close twice': 'the schedule fired twice',
  'close late': 'the schedule fired late, or never until a person did',
  'close killed': 'a close ended in the middle',
  'file corrupt': 'a city file was altered or lost',
} as const;
export type FaultKind = keyof typeof faultKinds;
export type Rates = Partial<Record<FaultKind, number>>;

const most: Record<FaultKind, number> = {
  throttled: 0.5,
  conflict: 0.3,
  unreached: 0.02,
  lost: 0.04,
  resent: 0.1,
  unprocessed: 0.2,
  'stale read': 0.5,
  'stale index': 1,
  killed: 0.02,
  'time-out': 0.5,
  'double click': 0.2,
  'clock skew': 0.5,
  duplicated: 0.3,
  reordered: 1,
  'bus refused': 0.2,
  'target failed': 0.2,
  poison: 0.05,
  'close twice': 0.4,
  'close late': 0.4,
  'close killed': 0.3,
  'file corrupt': 0.2,
};

/** Which faults a history has, and how hard: some histories are calm, some have one fault, some have all. */
export const ratesOf = (random: Random): Rates => {
  const share = random.pick([0, 0.15, 0.4, 0.7, 1]);
  const rates: Rates = {};
  for (const kind of Object.keys(most) as FaultKind[])
    if (random.chance(share)) rates[kind] = most[kind] * random.pick([0.2, 0.5, 1]);
  return rates;
};
