import { isDeepStrictEqual } from 'node:util';
import { secretOf } from '../../../functions/complaints/numbers.ts';
import type { Change } from '../../../infra/local/memory/lists.ts';
import type { Complaint } from '../../../shared/domain/complaints/complaint.ts';
import type { ComplaintState } from '../../../shared/domain/complaints/states.ts';
import type { ComplaintTally } from '../../../shared/domain/complaints/tally.ts';
import type { Observer, Sim } from '../sim.ts';
import type { Intent } from '../town/intent.ts';

/** Where a complaint may go from where it stands, told without looking at the code. */
const leads: Readonly<Record<ComplaintState, readonly ComplaintState[]>> = {
  received: ['verified', 'assigned', 'not-ours', 'duplicate'],
  verified: ['verified', 'assigned', 'not-ours', 'duplicate'],
  assigned: ['assigned', 'in-progress', 'answered'],
  'in-progress': ['assigned', 'answered'],
  reopened: ['assigned', 'in-progress', 'answered'],
  answered: ['reopened', 'closed-fixed', 'closed-not-fixed'],
  'closed-fixed': ['closed-fixed'],
  'closed-not-fixed': ['closed-not-fixed'],
  'not-ours': [],
  duplicate: [],
};
const over: readonly ComplaintState[] = ['closed-fixed', 'closed-not-fixed', 'not-ours', 'duplicate'];
const fixed = ['number', 'cityCode', 'channel', 'kind', 'text', 'reporter', 'secret', 'receivedAt'] as const;
/** Reopened so often and no oftener. */
const MOST_REOPENED = 3;

const moved = (before: Complaint, after: Complaint): string | undefined => {
  const { state } = after;
  if (!leads[before.state].includes(state)) return `${before.state} became ${state}`;
  if (state === 'assigned' && before.agencyId === after.agencyId) return 'it was given to the office that has it';
  if (state === before.state && over.includes(state) && (before.stars !== null || after.stars === null))
    return 'it was closed again';
  if (before.stars !== null && before.stars !== after.stars) return 'its stars changed';
  const again = after.reopened - before.reopened;
  if (again !== (state === 'reopened' ? 1 : 0) || after.reopened > MOST_REOPENED)
    return `reopened ${after.reopened} times after ${before.reopened}`;
  if (state === 'reopened' && before.dueAt !== null && after.updatedAt >= before.dueAt) return 'it was over by time';
  if (state !== 'answered' && !isDeepStrictEqual(before.answer, after.answer)) return 'its answer was rewritten';
  const changed = fixed.find((name) => !isDeepStrictEqual(before[name], after[name]));
  return changed ? `its ${changed} changed` : undefined;
};

const complaint = (before: Complaint | undefined, after: Complaint | undefined): string | undefined => {
  if (!after) return 'it was removed';
  if (after.version !== (before?.version ?? 0) + 1) return `version ${after.version} after ${before?.version}`;
  const { steps, state } = after;
  if (!isDeepStrictEqual(steps.slice(0, -1), before?.steps ?? [])) return 'its trail was rewritten or has a gap';
  if (steps.at(-1)?.state !== state) return `stands at ${state}, its trail ends at ${steps.at(-1)?.state}`;
  if (over.includes(state) !== (after.dueAt === null)) return `${state}, due at ${after.dueAt}`;
  if (state === 'closed-fixed' && after.answer?.outcome !== 'fixed') return 'it is closed as what nobody said it is';
  if (!before) return state === 'received' ? undefined : `it began as ${state}`;
  return moved(before, after);
};

const names = ['assigned', 'answered', 'late', 'fixed', 'notFixed', 'reopened', 'rated', 'stars'] as const;
type Sums = Map<string, number>;
const add = (sums: Sums, agencyId: string | null, name: (typeof names)[number], many = 1): void => {
  if (agencyId !== null && many !== 0) sums.set(`${agencyId} ${name}`, (sums.get(`${agencyId} ${name}`) ?? 0) + many);
};
/** What a move is to the offices it concerns. */
const countMove = (sums: Sums, before: Complaint, after: Complaint): void => {
  const late = before.dueAt !== null && after.updatedAt >= before.dueAt ? 1 : 0;
  const office = after.agencyId;
  if (before.agencyId !== office) {
    add(sums, office, 'assigned');
    add(sums, before.agencyId, 'late', late);
  }
  const outcome = after.answer?.outcome === 'fixed' ? 'fixed' : 'notFixed';
  if (after.state === 'reopened') {
    add(sums, office, 'reopened');
    // What its reporter does not let stand is nothing that was dealt with.
    add(sums, office, outcome, -1);
  }
  if (after.state === 'answered') {
    add(sums, office, 'answered');
    add(sums, office, 'late', late);
    add(sums, office, outcome);
  }
  if (before.stars !== null || after.stars === null) return;
  add(sums, office, 'rated');
  add(sums, office, 'stars', after.stars);
};

/** What the tallies say more after a commit is what its complaints became in it: so they are, always, the fold of them all. */
const tallies = (changes: readonly Change[]): string | undefined => {
  const [said, real]: [Sums, Sums] = [new Map(), new Map()];
  for (const { before, after } of changes) {
    const type = (after ?? before)?.['type'];
    if (type === 'Complaint' && before && after) countMove(real, before as never, after as never);
    if (type !== 'ComplaintTally') continue;
    const [was, is] = [before as Partial<ComplaintTally> | undefined, after as unknown as ComplaintTally | undefined];
    if (!is) return 'a tally was removed';
    for (const name of names) add(said, is.agencyId, name, (is[name] ?? 0) - (was?.[name] ?? 0));
    const told = is.toldRated ?? 0;
    if (told % 5 !== 0 || told > (is.rated ?? 0)) return `a mean of ${told} ratings is told`;
  }
  for (const key of new Set([...said.keys(), ...real.keys()]))
    if (said.get(key) !== real.get(key)) return `${key} grew by ${said.get(key)}, its complaints by ${real.get(key)}`;
  return undefined;
};

/** After every commit: a complaint goes along its table, its trail grows by one, and its offices' tallies with it. */
export const keepsComplaints: Observer = (sim, changes) => {
  const own = changes.filter(({ before, after }) => String((after ?? before)?.['type']).startsWith('Complaint'));
  if (own.length === 0) return;
  for (const { key, before, after } of own) {
    if ((after ?? before)?.['type'] !== 'Complaint') continue;
    const wrong = complaint(before as never, after as never);
    if (wrong) sim.violated(`Complaint ${key}: ${wrong}`);
  }
  const wrong = tallies(own);
  if (wrong) sim.violated(wrong);
};

type Sent = { readonly number: string; readonly secret: string };
/** A wish that was sent is one complaint or none, under the number and the secret that its sender was told. */
const sentOnce = (sim: Sim, { tag, answers, settled }: Intent): void => {
  const made = sim.ledger.all('Complaint').filter(({ text }) => text === tag);
  if (made.length > 1) sim.violated(`${tag} became ${made.length} complaints`);
  const told = answers.filter(({ status }) => status === 201).map(({ body }) => body as Sent);
  for (const { number, secret } of told)
    if (made[0]?.number !== number || secret !== secretOf(sim, number))
      sim.violated(`${tag} was told ${number}, and is ${made[0]?.number ?? 'nowhere'}`);
  if (settled && told.length === 0 && made.length > 0) sim.violated(`${tag} was refused, and is there`);
};

/** When the dust has settled: every secret opened its own and nothing else, and what was told in secret is in no list. */
export const checkComplaints = (sim: Sim, intents: readonly Intent[]): void => {
  const hidden = sim.ledger.all('Complaint').filter(({ secret }) => secret);
  for (const intent of intents) {
    const { key, params, body, answers, tag } = intent;
    if (/^POST .*(typed-)?complaints$/.test(key)) sentOnce(sim, intent);
    const shown = answers.filter(({ status }) => status < 400);
    if (key.startsWith('GET /open311') && shown.length > 0) {
      const text = shown.map(({ body }) => new TextDecoder().decode((body as { bytes: Uint8Array }).bytes)).join();
      const found = hidden.find(({ number }) => text.includes(number));
      if (found) sim.violated(`${found.number} is secret, and stands in a public list`);
    }
    if (!/^POST \/complaints\/\{number\}\/(track|reply)$/.test(key)) continue;
    const right = (body as Sent).secret === secretOf(sim, params['number'] ?? '');
    if (!right && shown.length > 0) sim.violated(`${tag} opened ${params['number']} with another's secret`);
    if (right && answers.some(({ code }) => code === 'complaint_not_found'))
      sim.violated(`${tag} has the secret of ${params['number']}, and found nothing`);
    const other = shown.find((answer) => (answer.body as Sent).number !== params['number']);
    if (other) sim.violated(`${tag} asked for ${params['number']} and was shown another`);
  }
};
