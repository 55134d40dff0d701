import type * as z from 'zod';
import type { Kind, Route } from './route.ts';

/**
 * A maker of the routes that move one thing from state to state (an order, its payment): all take the thing's id, answer
 * with the thing, and refuse in the same ways; each adds who may, what it takes and what else may be wrong.
 */
export const movesOf =
  <P extends z.ZodObject, R extends z.ZodType>(params: P, response: R, always: NonNullable<Route['problems']>) =>
  <O extends string, B extends z.ZodType | undefined = undefined>(
    operation: O,
    summary: string,
    who: readonly Kind[],
    { body, problems = [] }: { readonly body?: B; readonly problems?: NonNullable<Route['problems']> } = {},
  ) =>
    ({
      operation,
      summary,
      access: 'signed-in',
      who,
      params,
      ...(body ? { body } : {}),
      response,
      problems: [...always, ...problems],
    }) as {
      operation: O;
      summary: string;
      access: 'signed-in';
      who: readonly Kind[];
      params: P;
      response: R;
      problems: NonNullable<Route['problems']>;
    } & (B extends z.ZodType ? { body: B } : unknown);
