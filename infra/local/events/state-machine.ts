import { StateMachine } from 'aws-local-stepfunctions';

type Definition = ConstructorParameters<typeof StateMachine>[0];
type Handlers = Record<string, (input: never) => Promise<unknown>>;
type State = { Type: string; ItemProcessor?: States; Iterator?: States; Branches?: States[] };
type States = { States: Record<string, State> };

/** Every Task of the definition, inside maps and branches too. */
const tasksOf = ({ States }: States): string[] =>
  Object.entries(States).flatMap(([name, state]) => [
    ...(state.Type === 'Task' ? [name] : []),
    ...[state.ItemProcessor, state.Iterator, ...(state.Branches ?? [])].flatMap((inner) =>
      inner ? tasksOf(inner) : [],
    ),
  ]);

/**
 * Runs the very definition that is deployed, every Task by the one function that all of them call. Answers the
 * execution's output, throws when it failed.
 */
export const localStateMachine = (definition: object, handler: (input: never) => Promise<unknown>) => {
  const tasks = tasksOf(definition as States);
  // The function answers over the wire on AWS: what JSON drops is dropped here too.
  const wired = async (input: never) => JSON.parse(JSON.stringify((await handler(input)) ?? null)) as unknown;
  const handlers: Handlers = Object.fromEntries(tasks.map((name) => [name, wired]));
  const machine = new StateMachine(definition as Definition, { validationOptions: { checkArn: false } });
  return async (input: Record<string, unknown>): Promise<unknown> => {
    const execution = machine.run(input as never, { overrides: { taskResourceLocalHandlers: handlers as never } });
    return execution.result;
  };
};
