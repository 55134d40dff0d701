import type { Context } from '../shared/contract.ts';
import type { FileNeeds, TableNeeds } from './function.ts';

const read = ['GetItem', 'Query'] as const;

/**
 * What each function may do to the table. A test bundles every function, looks which commands and lists its code can
 * still reach, and fails when this list grants more or less.
 */
export const contextNeeds: Readonly<Record<Context, TableNeeds>> = {
  catalogue: { actions: [...read, 'PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem'], lists: ['list1'] },
  photos: { actions: read },
  register: { actions: [...read, 'PutItem'], lists: ['list1'] },
  ranking: { actions: [...read, 'BatchGetItem', 'PutItem', 'UpdateItem'], lists: ['list1', 'list2'] },
  orders: {
    actions: [...read, 'BatchGetItem', 'PutItem', 'UpdateItem', 'ConditionCheckItem'],
    lists: ['list1', 'list2'],
  },
  turnover: { actions: [...read, 'PutItem'] },
  equity: { actions: [...read, 'BatchGetItem', 'PutItem'], lists: ['list1', 'list2'] },
  reports: { actions: read, lists: ['list1', 'list2'] },
  people: { actions: [...read, 'PutItem', 'DeleteItem', 'ConditionCheckItem'], lists: ['list2'] },
  agencies: { actions: [...read, 'PutItem'], lists: ['list1'] },
};

export const triggerNeeds = {
  'catalogue/follow-merchants': { actions: [...read, 'PutItem', 'DeleteItem', 'ConditionCheckItem'] },
  'orders/run-clocks': { actions: [...read, 'PutItem', 'UpdateItem'], lists: ['due'] },
  'ranking/ledger/call-ledgers': { actions: ['Query'], lists: ['list1'] },
  'ranking/ledger/follow-orders': { actions: ['GetItem', 'PutItem'] },
  'ranking/ledger/refresh-ledgers': { actions: [...read, 'BatchGetItem', 'PutItem'], lists: ['list1', 'list2'] },
  'equity/live/follow-standings': { actions: ['GetItem', 'PutItem', 'UpdateItem'] },
  'equity/close/close-months': { actions: [...read, 'BatchGetItem', 'PutItem'], lists: ['list1', 'list2'] },
} as const satisfies Record<string, TableNeeds>;

/** Which functions keep files, in which folders of which bucket. Nobody deletes one. */
export const fileNeeds = {
  'photos/api': { bucket: 'photos', writes: ['photos'] },
  'ranking/api': { bucket: 'files', reads: ['ledgers', 'ranking'], writes: ['ranking'] },
  'ranking/ledger/refresh-ledgers': { bucket: 'files', reads: ['ledgers'], writes: ['ledgers'] },
  'equity/close/close-months': { bucket: 'files', reads: ['snapshots', 'ledgers'], writes: ['snapshots'] },
} as const satisfies Record<string, FileNeeds>;
