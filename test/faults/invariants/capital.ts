import { isDeepStrictEqual } from 'node:util';
import type { Change } from '../../../infra/local/memory/lists.ts';
import type { Application } from '../../../shared/domain/capital/application.ts';
import { isUsed } from '../../../shared/domain/capital/consent.ts';
import type { Opening } from '../../../shared/domain/capital/opening.ts';
import { isIntact } from '../../../shared/domain/capital/pack/signed-pack.ts';
import type { Observer, Sim } from '../sim.ts';
import type { Intent } from '../town/intent.ts';

const fixed = ['merchantId', 'bankId', 'schemeId', 'amountRupiah', 'sentAt'] as const;
const given = ['purpose', 'from', 'to', 'repeated', 'givenAt', 'givenBy', 'expiresAt'] as const;
/** When each consent was taken back, by the simulator's own steps. */
const withdrawn = new WeakMap<Sim, Map<string, number>>();
const stepsOf = (sim: Sim): Map<string, number> => {
  const steps = withdrawn.get(sim) ?? new Map<string, number>();
  withdrawn.set(sim, steps);
  return steps;
};

const application = (before: Application | undefined, after: Application | undefined): string | undefined => {
  if (!after) return 'it was removed';
  if (after.version !== (before?.version ?? 0) + 1) return `version ${after.version} after ${before?.version}`;
  if (!before)
    return after.consent.openings === 0 && after.state === 'sent' ? undefined : 'it began otherwise than sent';
  const changed =
    fixed.find((name) => before[name] !== after[name]) ??
    given.find((name) => before.consent[name] !== after.consent[name]);
  if (changed) return `its ${changed} changed`;
  const opened = after.consent.openings - before.consent.openings;
  if (opened !== 0 && opened !== 1) return `it was opened ${opened} times at once`;
  if (before.consent.withdrawnAt !== null) return 'it was written after its consent was taken back';
  if (opened === 1 && isUsed(before.consent)) return 'it was opened twice by a consent for once';
  if (after.consent.withdrawnAt !== null && after.phone !== null) return 'the number outlived the consent';
  if (before.answer !== null && !isDeepStrictEqual(before.answer, after.answer)) return 'another answer took its place';
  return before.state !== 'sent' && before.state !== after.state ? `${before.state} became ${after.state}` : undefined;
};

/** An opening, on its own: made once, of a consent that stood, with what was signed. */
const opening = ({ before, after }: Change, changes: readonly Change[]): string | undefined => {
  if (before || !after) return 'what was opened was rewritten';
  const one = after as unknown as Opening;
  if (one.outcome === 'refused') return one.pack === null ? undefined : 'a refused one handed something over';
  const moved = changes.find(
    (change) => change.after?.['applicationId'] === one.applicationId && change.after['type'] === 'Application',
  );
  const stood = moved?.before as unknown as Application | undefined;
  if (!stood) return 'it was opened apart from its consent';
  if (stood.version !== one.consentVersion)
    return `it says version ${one.consentVersion}, and stands on ${stood.version}`;
  if (stood.consent.withdrawnAt !== null) return 'it was opened after the consent was taken back';
  if (one.at >= stood.consent.expiresAt) return `it was opened at ${one.at}, after ${stood.consent.expiresAt}`;
  return one.pack && isIntact(one.pack) ? undefined : 'its signature does not hold';
};

/** After every commit: a consent is the owner's, an opening stands on one that stood, and nothing is written after its end. */
export const keepsConsents: Observer = (sim, changes) => {
  for (const change of changes) {
    const { key, before, after } = change;
    const type = (after ?? before)?.['type'];
    const [was, is] = [before as unknown as Application | undefined, after as unknown as Application | undefined];
    const wrong =
      type === 'Application' ? application(was, is) : type === 'Opening' ? opening(change, changes) : undefined;
    if (wrong) sim.violated(`${type} ${key}: ${wrong}`);
    if (type === 'Application' && is?.consent.withdrawnAt) stepsOf(sim).set(is.applicationId, sim.step);
  }
};

const asBank = /^(GET|POST) \/banks\/\{bankId\}\/applications\/\{applicationId\}/;
/** When the dust has settled: as many openings as the consent counts, and no bank that asked after its end was told anything. */
export const checkConsents = (sim: Sim, intents: readonly Intent[]): void => {
  const openings = sim.ledger.all('Opening').filter(({ outcome }) => outcome === 'opened');
  for (const { applicationId, consent } of sim.ledger.all('Application')) {
    const own = openings.filter((one) => one.applicationId === applicationId).length;
    if (own !== consent.openings)
      sim.violated(`${applicationId} counts ${consent.openings} openings, ${own} are on record`);
  }
  for (const { key, params, answers, tag } of intents) {
    const end = asBank.test(key) ? stepsOf(sim).get(params['applicationId'] ?? '') : undefined;
    const late = end !== undefined && answers.find(({ status, began }) => status < 400 && began > end);
    if (late) sim.violated(`${tag} ${key} began at step ${late.began} and was told, the consent ended at ${end}`);
  }
};
