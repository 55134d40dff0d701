import type { IndexName } from '../shared/table/engine/schema.ts';

export type TableAction =
  | 'GetItem'
  | 'BatchGetItem'
  | 'Query'
  | 'PutItem'
  | 'UpdateItem'
  | 'DeleteItem'
  | 'ConditionCheckItem'
  | 'PartiQLInsert';
/** Folders of a bucket a function reads and writes; it learns the bucket's name as `<BUCKET>_BUCKET`. */
export type FileRights = {
  readonly bucket: 'files' | 'photos';
} & FolderRights;
export type FolderRights = {
  readonly reads?: readonly string[];
  readonly writes?: readonly string[];
};
/**
 * What a function may do to the table (an empty list where it only reads lists), which lists it may read, and which
 * folders it may use. Nobody deletes a file.
 */
export type Rights = {
  readonly table?: readonly TableAction[];
  readonly lists?: readonly IndexName[];
  readonly files?: FileRights;
  /** Calls people's browsers: knows the secret our keys are made of. */
  readonly pushes?: true;
  /** Asks ride companies for couriers. */
  readonly couriers?: true;
  /** Signs as the market: knows the secret its key is made of. */
  readonly signs?: true;
  /** Folders of the site: only who renders pages has any, and none that holds a script or a style. */
  readonly site?: FolderRights;
};

const read = ['GetItem', 'Query'] as const;

/**
 * What each function may touch, by its file under functions/. Its role on AWS is made of it, and one machine refuses the
 * rest as AWS would (infra/local/origin/guard.ts), so whatever a test calls is allowed. Nothing more is: a test bundles every
 * function and looks which commands and lists its code can reach, and two others (test/api/access, rights) start every
 * function and name what it never used.
 */
export const rights = {
  'catalogue/api': {
    table: [...read, 'BatchGetItem', 'PutItem', 'UpdateItem', 'ConditionCheckItem'],
    lists: ['list1', 'list2'],
  },
  'photos/api': {
    table: [...read, 'PutItem', 'UpdateItem', 'ConditionCheckItem'],
    files: { bucket: 'photos', reads: ['private'], writes: ['photos', 'private'] },
  },
  'register/api': {
    table: [...read, 'BatchGetItem', 'PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem'],
    lists: ['list1', 'list2'],
  },
  'ranking/api': {
    table: [...read, 'BatchGetItem', 'PutItem', 'UpdateItem', 'ConditionCheckItem'],
    lists: ['list1', 'list2'],
    files: { bucket: 'files', reads: ['ledgers', 'ranking'], writes: ['ranking'] },
    site: { reads: ['pages'] },
  },
  'city-ranking/api': {
    table: [...read, 'BatchGetItem', 'PutItem', 'UpdateItem', 'ConditionCheckItem'],
    lists: ['list1', 'list2'],
    files: { bucket: 'files', reads: ['ledgers', 'ranking'], writes: ['ranking'] },
  },
  'city-ranking/gap/make-gaps': {
    table: [...read, 'BatchGetItem', 'PutItem'],
    lists: ['list1'],
    files: { bucket: 'files', reads: ['ledgers', 'ranking'], writes: ['ranking'] },
  },
  'city-ranking/try-rules': {
    table: [...read, 'BatchGetItem', 'PutItem'],
    lists: ['list1'],
    files: { bucket: 'files', reads: ['ledgers'] },
  },
  'orders/api': {
    table: [...read, 'BatchGetItem', 'PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem'],
    lists: ['list1', 'list2'],
  },
  'payments/api': {
    table: [...read, 'BatchGetItem', 'PutItem', 'UpdateItem', 'ConditionCheckItem'],
    lists: ['list1', 'list2'],
  },
  'reviews/api': { table: [...read, 'BatchGetItem', 'PutItem', 'ConditionCheckItem'], lists: ['list1', 'list2'] },
  'papers/api': {
    table: [...read, 'BatchGetItem', 'PutItem', 'ConditionCheckItem'],
    lists: ['list1', 'list2'],
    files: { bucket: 'photos', reads: ['private', 'photos'] },
  },
  'turnover/api': {
    table: [...read, 'BatchGetItem', 'PutItem', 'UpdateItem', 'ConditionCheckItem'],
    lists: ['list1', 'list2'],
  },
  'equity/api': { table: [...read, 'BatchGetItem', 'PutItem', 'ConditionCheckItem'], lists: ['list1'] },
  'reports/api': { table: [...read, 'BatchGetItem'], lists: ['list1'] },
  'notices/api': { table: [...read, 'PutItem', 'DeleteItem', 'UpdateItem'], lists: ['list1', 'list2'], pushes: true },
  'people/api': {
    table: [...read, 'BatchGetItem', 'PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem'],
    lists: ['list1', 'list2'],
  },
  'agencies/api': { table: [...read, 'PutItem', 'ConditionCheckItem', 'UpdateItem'], lists: ['list1'] },
  'spending/api': {
    table: [...read, 'BatchGetItem', 'PutItem', 'ConditionCheckItem'],
    lists: ['list1', 'list2'],
    files: { bucket: 'files', reads: ['ledgers'] },
  },
  'spending/count-purchases': { table: ['GetItem', 'BatchGetItem', 'PutItem'] },
  'spending/sum-offices': {
    table: [...read, 'BatchGetItem', 'PutItem', 'DeleteItem'],
    lists: ['list1'],
    files: { bucket: 'files', reads: ['ledgers'] },
  },
  'targets/api': {
    table: [...read, 'BatchGetItem', 'PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem'],
    lists: ['list1', 'list2'],
  },
  'targets/count-participation': { table: ['GetItem', 'BatchGetItem', 'PutItem'] },
  'integrity/api': {
    table: [...read, 'BatchGetItem', 'PutItem', 'UpdateItem', 'ConditionCheckItem'],
    lists: ['list1', 'list2'],
  },
  'integrity/call-months': { table: [], lists: ['list1'] },
  'integrity/ask-month': {
    table: [...read, 'BatchGetItem', 'PutItem', 'UpdateItem'],
    lists: ['list1', 'list2'],
    files: { bucket: 'files', reads: ['ledgers'] },
  },
  'follow-ups/api': { table: [...read, 'BatchGetItem', 'PutItem', 'ConditionCheckItem'], lists: ['list1', 'list2'] },
  'visits/api': { table: [...read, 'BatchGetItem', 'PutItem', 'ConditionCheckItem'], lists: ['list1', 'list2'] },
  'stories/api': { table: [...read, 'BatchGetItem', 'PutItem', 'ConditionCheckItem'], lists: ['list2'] },
  'complaints/api': {
    table: [...read, 'BatchGetItem', 'PutItem', 'UpdateItem', 'ConditionCheckItem'],
    lists: ['list1', 'list2'],
  },
  'partners/api': {
    table: [...read, 'BatchGetItem', 'PutItem', 'UpdateItem', 'ConditionCheckItem'],
    lists: ['list1'],
    files: { bucket: 'files', reads: ['agreements', 'feeds'], writes: ['agreements', 'feeds'] },
  },
  'capital/api': {
    table: [...read, 'BatchGetItem', 'PutItem', 'UpdateItem', 'ConditionCheckItem'],
    lists: ['list1', 'list2'],
    signs: true,
  },
  'deliveries/api': {
    table: [...read, 'BatchGetItem', 'PutItem', 'UpdateItem', 'ConditionCheckItem'],
    lists: ['list2'],
    couriers: true,
  },
  'centres/api': {
    table: [...read, 'BatchGetItem', 'PutItem', 'ConditionCheckItem'],
    lists: ['list1'],
    files: { bucket: 'files', reads: ['ledgers'] },
  },
  'centres/count-sales': { table: ['GetItem', 'PutItem'] },
  'demand/api': {
    table: [...read, 'PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem'],
    lists: ['list1', 'list2'],
  },
  'programmes/api': {
    table: [...read, 'BatchGetItem', 'PutItem', 'UpdateItem', 'ConditionCheckItem'],
    lists: ['list1', 'list2'],
    signs: true,
  },
  'today/api': { table: [...read, 'BatchGetItem'], lists: ['list1', 'list2'] },
  'audit/api': { table: [...read, 'BatchGetItem'], lists: ['list1', 'list2'] },
  'outbox/publish-changes': {},
  'catalogue/follow-merchants': { table: [...read, 'PutItem', 'ConditionCheckItem'] },
  'catalogue/watched/recheck-goods': { table: ['GetItem', 'PutItem'], lists: ['list1'] },
  'pages/write-goods': {
    table: [...read, 'BatchGetItem', 'PutItem'],
    lists: ['list1', 'list2'],
    site: { reads: ['pages', 'shells'], writes: ['pages'] },
  },
  'pages/call-reopened': { table: [], lists: ['list1'] },
  'pages/write-lists': {
    table: [...read, 'BatchGetItem', 'PutItem'],
    lists: ['list1'],
    files: { bucket: 'files', reads: ['ledgers', 'ranking'], writes: ['ranking'] },
    site: { reads: ['pages', 'shells'], writes: ['pages'] },
  },
  'pages/stories/draw-stories': {
    table: [...read],
    lists: ['list1'],
    files: { bucket: 'photos', reads: ['private'], writes: [] },
    site: { reads: ['pages'], writes: ['pages'] },
  },
  'pages/missing': { site: { reads: ['pages'] } },
  'orders/run-clocks': {
    table: ['GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem'],
    lists: ['due'],
  },
  'notices/tell-people': {
    table: ['GetItem', 'BatchGetItem', 'PutItem', 'DeleteItem'],
    lists: ['list2'],
    pushes: true,
  },
  'notices/announce-policies': {
    table: ['GetItem', 'BatchGetItem', 'PutItem', 'DeleteItem'],
    lists: ['list1', 'list2', 'due'],
    pushes: true,
  },
  'people/erase-accounts': {
    table: [...read, 'BatchGetItem', 'PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem'],
    lists: ['list1', 'list2', 'due'],
    files: { bucket: 'photos', writes: ['photos', 'private'] },
  },
  'notices/send-held-pushes': { table: [...read, 'DeleteItem'], lists: ['list2', 'due'], pushes: true },
  'payments/follow-orders': { table: [...read, 'BatchGetItem', 'PutItem'] },
  'ranking/ledger/call-ledgers': { table: [], lists: ['list1'] },
  'ranking/ledger/follow-orders': { table: ['GetItem', 'PutItem', 'UpdateItem'] },
  'ranking/ledger/refresh-ledgers': {
    table: [...read, 'BatchGetItem', 'PutItem', 'DeleteItem'],
    lists: ['list1', 'list2'],
    files: { bucket: 'files', reads: ['ledgers', 'ranking'], writes: ['ledgers'] },
  },
  'equity/live/follow-standings': { table: ['GetItem', 'PutItem', 'UpdateItem'] },
  'equity/close/close-months': {
    table: [...read, 'BatchGetItem', 'PutItem', 'UpdateItem', 'PartiQLInsert'],
    lists: ['list1', 'list2'],
    files: { bucket: 'files', reads: ['snapshots', 'ledgers'], writes: ['snapshots'] },
  },
} as const satisfies Record<string, Rights>;

/** The rights of a function; a function without a row has none. */
export const rightsOf = (entry: string): Rights => (rights as Record<string, Rights>)[entry] ?? {};
