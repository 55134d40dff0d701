import { TransactWriteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';

type Command = { readonly input: object };
/** A classic mistake, made between the code and the table: answers the command that is really carried out. */
export type Mistake = (command: Command, again: (command: Command) => unknown) => Command;
type Part = {
  Key?: { sk?: string };
  Item?: { sk?: string };
  UpdateExpression?: string;
  ConditionExpression?: string;
  ExpressionAttributeNames?: Readonly<Record<string, string>>;
  ExpressionAttributeValues?: Readonly<Record<string, unknown>>;
};

const eachPart = (command: Command, change: (part: Part, action: string) => Part | undefined): Command => {
  if (command instanceof UpdateCommand)
    return new UpdateCommand((change(command.input as Part, 'Update') ?? command.input) as never);
  if (!(command instanceof TransactWriteCommand)) return command;
  const parts = (command.input.TransactItems ?? []).flatMap((one) => {
    const [action, part] = Object.entries(one)[0] as [string, Part];
    const changed = change(part, action);
    return changed ? [{ [action]: changed }] : [];
  });
  return new TransactWriteCommand({ ...command.input, TransactItems: parts as never });
};
/** What an update adds to a field, or takes out of a set, by the field's name. */
const given = (part: Part, clause: 'ADD' | 'DELETE', field: string): unknown => {
  const [, fields = ''] = part.UpdateExpression?.match(new RegExp(`\\b${clause} ([^A-Z]+)`)) ?? [];
  const named = Object.entries(part.ExpressionAttributeNames ?? {}).find(([, name]) => name === field);
  const [, value = ''] = (named && fields.match(new RegExp(`${named[0]} (:\\w+)`))) ?? [];
  return part.ExpressionAttributeValues?.[value];
};
const sells = (part: Part): boolean =>
  part.Key?.sk?.startsWith('STOCK#') === true && Number(given(part, 'ADD', 'free')) < 0 && !givesBack(part);
const givesBack = (part: Part): boolean => given(part, 'ADD', 'given') !== undefined;

/** Without its condition, and without the names and values that stood in it alone: the engine refuses unused ones. */
const unconditional = ({
  ConditionExpression: _,
  ExpressionAttributeNames: names,
  ExpressionAttributeValues: values,
  ...part
}: Part): Part => {
  const text = part.UpdateExpression ?? '';
  const used = <T>(all: Readonly<Record<string, T>> = {}) =>
    Object.fromEntries(Object.entries(all).filter(([one]) => new RegExp(`${one}\\b`).test(text)));
  if (text === '') return part;
  return { ...part, ExpressionAttributeNames: used(names), ExpressionAttributeValues: used(values) };
};

/** What the self-test makes the code do wrong; the simulator must see every one of them. */
export const mistakes: Record<string, Mistake> = {
  'sells without asking whether anything is left': (command) =>
    eachPart(command, (part) => (sells(part) ? unconditional(part) : part)),
  'forgets to give pieces back': (command) => eachPart(command, (part) => (givesBack(part) ? undefined : part)),
  'replaces an order whoever wrote in between': (command) =>
    eachPart(command, (part) =>
      part.Item?.sk === 'ORDER' && Object.values(part.ExpressionAttributeNames ?? {}).includes('version')
        ? unconditional(part)
        : part,
    ),
  'places an order over the one the same key made': (command) =>
    eachPart(command, (part) =>
      part.Item?.sk === 'ORDER' && part.ConditionExpression === 'attribute_not_exists(pk)' ? unconditional(part) : part,
    ),
  'forgets the standing of a sale': (command) =>
    eachPart(command, (part) => (part.Item?.sk?.startsWith('STANDING#') ? undefined : part)),
  'forgets that an order is open no longer': (command) =>
    eachPart(command, (part) => (given(part, 'DELETE', 'open') === undefined ? part : undefined)),
  'carries out again what was already committed': (command, again) => {
    if (!(command instanceof TransactWriteCommand)) return command;
    const updates = (command.input.TransactItems ?? []).flatMap((one) => (one.Update ? [one.Update as Part] : []));
    const first = updates.find(sells);
    if (!first) return command;
    try {
      again(new UpdateCommand(first as never));
    } catch {
      // Nothing was left: then the repeat changes nothing.
    }
    return command;
  },
};
