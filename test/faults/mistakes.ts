import { TransactWriteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';

type Command = { readonly input: object };
/** A classic mistake, made between the code and the table: answers the command that is really carried out. */
export type Mistake = (command: Command, again: (command: Command) => unknown) => Command;
type Part = { Key?: { sk?: string }; Item?: { sk?: string }; UpdateExpression?: string; ConditionExpression?: string };

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
const sells = (part: Part): boolean => /#free - :q/.test(part.UpdateExpression ?? '');
const givesBack = (part: Part): boolean => /#free - :both/.test(part.UpdateExpression ?? '');

const unconditional = (part: Part): Part => {
  const { ConditionExpression: _, ...rest } = part;
  return rest;
};

/** What the self-test makes the code do wrong; the simulator must see every one of them. */
export const mistakes: Record<string, Mistake> = {
  'sells without asking whether anything is left': (command) =>
    eachPart(command, (part) => (sells(part) ? unconditional(part) : part)),
  'forgets to give pieces back': (command) => eachPart(command, (part) => (givesBack(part) ? undefined : part)),
  'replaces an order whoever wrote in between': (command) =>
    eachPart(command, (part) => {
      if (part.Item?.sk !== 'ORDER' || part.ConditionExpression !== '#version = :prior') return part;
      const { ConditionExpression: _c, ...rest } = part as Record<string, unknown>;
      const { ExpressionAttributeNames: _n, ExpressionAttributeValues: _v, ...plain } = rest;
      return plain as Part;
    }),
  'places an order over the one the same key made': (command) =>
    eachPart(command, (part) =>
      part.Item?.sk === 'ORDER' && part.ConditionExpression === 'attribute_not_exists(pk)' ? unconditional(part) : part,
    ),
  'forgets the standing of a sale': (command) =>
    eachPart(command, (part) => (part.Item?.sk?.startsWith('STANDING#') ? undefined : part)),
  'forgets that an order is open no longer': (command) =>
    eachPart(command, (part) => (/DELETE #open/.test(part.UpdateExpression ?? '') ? undefined : part)),
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
