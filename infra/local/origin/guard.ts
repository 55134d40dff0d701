import {
  BatchExecuteStatementCommand,
  BatchGetCommand,
  DeleteCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import type { Files, SiteFiles } from '../../../functions/files.ts';
import type { World } from '../../../functions/world.ts';
import type { Table } from '../../../shared/table/engine/table.ts';
import { type Rights, rightsOf, type TableAction } from '../../rights.ts';

const plain: readonly (readonly [new (input: never) => object, TableAction])[] = [
  [GetCommand, 'GetItem'],
  [BatchGetCommand, 'BatchGetItem'],
  [QueryCommand, 'Query'],
  [PutCommand, 'PutItem'],
  [UpdateCommand, 'UpdateItem'],
  [DeleteCommand, 'DeleteItem'],
  // Of PartiQL we use the insertion alone.
  [BatchExecuteStatementCommand, 'PartiQLInsert'],
];
const transacted: Readonly<Record<string, TableAction>> = {
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
};

/** What a function asked for that it may: an action, of a list where one is read. */
export type Used = { readonly entry: string; readonly action: string; readonly list?: string | undefined };
const listeners = new Set<(used: Used) => void>();
/** Tells of every action that functions ask for and may, so that a test finds the rights nobody uses. */
export const onUsed = (listener: (used: Used) => void): void => void listeners.add(listener);

/** What a command asks IAM for: each action, and the list it is asked of. */
const asked = (command: object): { action: string; list: string | undefined }[] => {
  if (command instanceof TransactWriteCommand)
    return (command.input.TransactItems ?? []).map((item) => {
      const [kind = ''] = Object.keys(item);
      return { action: transacted[kind] ?? kind, list: undefined };
    });
  const list = command instanceof QueryCommand ? command.input.IndexName : undefined;
  const known = plain.find(([one]) => command instanceof one);
  return [{ action: known?.[1] ?? command.constructor.name, list }];
};

const refuse = (entry: string, what: string): never => {
  throw Object.assign(new Error(`${entry} is not allowed ${what}: infra/rights.ts`), { name: 'AccessDeniedException' });
};

const guardedClient = (client: Table['client'], entry: string, { table = [], lists = [] }: Rights): Table['client'] => {
  const send = (command: object, ...rest: never[]) => {
    for (const { action, list } of asked(command)) {
      if (list === undefined ? !table.includes(action as TableAction) : !lists.includes(list as never))
        refuse(entry, list === undefined ? action : `${action} of ${list}`);
      for (const listener of listeners) listener({ entry, action, list });
    }
    return (client.send as (...all: unknown[]) => unknown)(command, ...rest);
  };
  return { send } as unknown as Table['client'];
};

const guardedFiles = (files: Files, entry: string, bucket: 'files' | 'photos', { files: may }: Rights): Files => {
  const inside = (folders: readonly string[] | undefined, key: string) =>
    may?.bucket === bucket && folders?.some((folder) => key.startsWith(`${folder}/`));
  return {
    put: async (key, bytes, contentType) => {
      if (!inside(may?.writes, key)) refuse(entry, `PutObject ${key}`);
      return files.put(key, bytes, contentType);
    },
    get: async (key) => {
      if (!inside(may?.reads, key)) refuse(entry, `GetObject ${key}`);
      return files.get(key);
    },
  };
};

const guardedSite = (site: SiteFiles, entry: string, { site: may }: Rights): SiteFiles => {
  const inside = (folders: readonly string[] | undefined, key: string) =>
    folders?.some((folder) => key.startsWith(`${folder}/`));
  return {
    get: async (key) => (inside(may?.reads, key) ? site.get(key) : refuse(entry, `GetObject ${key}`)),
    replace: async (key, ...rest) =>
      inside(may?.writes, key) ? site.replace(key, ...rest) : refuse(entry, `PutObject ${key}`),
  };
};

/**
 * The world as one function sees it: whatever its role on AWS would refuse is refused here too, so a right that is
 * missing is found on one machine and by every test, not by people.
 */
export const worldFor = (entry: string, world: World): World => {
  const own = worlds.get(world) ?? new Map<string, World>();
  worlds.set(world, own);
  const known = own.get(entry) ?? guarded(entry, world);
  own.set(entry, known);
  return known;
};

/** One world a function, as on AWS: what it remembers is found again. */
const worlds = new WeakMap<World, Map<string, World>>();

const guarded = (entry: string, world: World): World => {
  const rights = rightsOf(entry);
  return {
    ...world,
    table: { ...world.table, client: guardedClient(world.table.client, entry, rights) },
    photos: guardedFiles(world.photos, entry, 'photos', rights),
    files: guardedFiles(world.files, entry, 'files', rights),
    signer: rights.signs ? world.signer : { publicKey: '', sign: () => refuse(entry, 'to sign') },
    couriers: rights.couriers ? world.couriers : async () => refuse(entry, 'to ask for a courier'),
    push: rights.pushes ? world.push : { publicKey: '', send: async () => refuse(entry, 'to call a browser') },
    site: guardedSite(world.site, entry, rights),
  };
};
