import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type ClockStep, clocks } from '../../shared/domain/orders/order-clocks.ts';
import { type OrderMove, type OrderState, orderMoves, stateLabels } from '../../shared/domain/orders/order-states.ts';
import { startingPolicies } from '../../shared/domain/places/policies.ts';

const file = fileURLToPath(new URL('../../docs/architecture.md', import.meta.url));
const [from, to] = ['<!-- order-states -->', '<!-- /order-states -->'];

/** A step of a clock in words: how long by default, of which setting, for whom. */
const stepText = ({ move, after, unit, fromDelivery, of }: ClockStep): string => {
  const length = after === null ? '' : `${startingPolicies[after]} ${unit} (\`${after}\`)`;
  const since = fromDelivery ? ['the end of the day of delivery'] : [];
  const when = after === null ? since : [length, ...since.map((day) => `after ${day}`)];
  return `${when.join(' ')}, then ${move}${of ? ` (${of})` : ''}`;
};

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
    return `| \`${state}\` | ${stateLabels[state]} | ${(clocks[state] ?? []).map(stepText).join('; ')} |`;
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
    'A receipt that leaves pieces for later leads to `partly_received` instead of `received`. Every open state has a clock, set',
    'by the city (`PATCH /cities/{city}`; the figures are those a city starts with), so nothing stays open for ever. The clock',
    'settles personal deliveries only: an office receives by a signed handover (BAST), never by a clock. What an office does',
    'not sign for comes before the city, which is called by `escalate` and has its time to rule; then `close` ends the order,',
    'and what was not received goes back to shelf and budget. A clock that runs keeps the length it began with.',
    '',
    'An order waits with its day: one that has passed is refused at `approve` and `accept` until the buyer chooses another',
    '(`reschedule`), and then its pieces of a daily capacity and its money move with it. How the shop must stand for each move',
    'is one table, `shared/domain/orders/shop-needs.ts`: nothing is approved, moved or accepted for a shop that is suspended or',
    'on leave; what was accepted before is delivered, received, disputed and ended however it stands. An office order is',
    'charged to the budget of the year it is delivered in; what is handed over in another year is charged to that one.',
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
