import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  clocks,
  type OrderMove,
  type OrderState,
  orderMoves,
  stateLabels,
} from '../shared/domain/orders/order-states.ts';

const file = fileURLToPath(new URL('../docs/architecture.md', import.meta.url));
const [from, to] = ['<!-- order-states -->', '<!-- /order-states -->'];

const hours = (milliseconds: number): string =>
  milliseconds % 86_400_000 === 0 ? `${milliseconds / 86_400_000} days` : `${milliseconds / 3_600_000} hours`;

/** The table of moves as a diagram and a list, in the words of the code. */
export const drawn = (): string => {
  const states = Object.keys(orderMoves) as OrderState[];
  const moves = states.flatMap((state) =>
    Object.entries(orderMoves[state] as Record<string, { by: readonly string[]; to: string }>).map(([move, rule]) => ({
      state,
      move: move as OrderMove,
      ...rule,
    })),
  );
  const arrows = moves.map(({ state, move, to: next, by }) => `  ${state} --> ${next}: ${move} (${by.join(', ')})`);
  const ends = states
    .filter((state) => Object.keys(orderMoves[state]).length === 0)
    .map((state) => `  ${state} --> [*]`);
  const rows = states.map((state) => {
    const clock = clocks[state];
    return `| \`${state}\` | ${stateLabels[state]} | ${clock ? `${hours(clock.milliseconds)}, then ${clock.move}` : ''} |`;
  });
  return [
    '```mermaid',
    'stateDiagram-v2',
    '  [*] --> awaiting_approval: office',
    '  [*] --> placed: person',
    ...arrows,
    ...ends,
    '```',
    '',
    '| State | What people read | Clock |',
    '|---|---|---|',
    ...rows,
    '',
    'A receipt that leaves pieces for later leads to `partly_received` instead of `received`. The clock settles personal',
    'deliveries only: an office receives by a signed handover (BAST), never by a clock.',
  ].join('\n');
};

const around = (text: string): [string, string] => {
  const [start, end] = [text.indexOf(from) + from.length, text.indexOf(to)];
  return [text.slice(0, start), text.slice(end)];
};
export const written = (): string => {
  const text = readFileSync(file, 'utf8');
  return text.slice(text.indexOf(from) + from.length, text.indexOf(to)).trim();
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [before, after] = around(readFileSync(file, 'utf8'));
  writeFileSync(file, `${before}\n${drawn()}\n${after}`);
}
