import type { ActKind } from '../../shared/domain/audit/act.ts';
import type { Agreement } from '../../shared/domain/partners/agreement.ts';
import { changed, entered, fulfilled } from '../../shared/domain/partners/change-agreement.ts';
import type { SeatedCaller } from '../../shared/domain/people/caller.ts';
import { recordAct } from '../../shared/table/audit.ts';
import { commit, type Write } from '../../shared/table/engine/writes.ts';
import { AgreementRecord, insertAgreement, replaceAgreement } from '../../shared/table/partners/partners.ts';
import { countToday } from '../../shared/table/people/daily-counts.ts';
import { endpoint } from '../http/endpoint.ts';
import { firstResult } from '../http/idempotency.ts';
import { requireVersion } from '../http/request-meta.ts';
import type { World } from '../world.ts';
import { expectAgreement, expectPartner, manages } from './expect-partner.ts';

/** What leaves a trace in the chain of the place that agreed. */
export const agreementAct = (
  world: World,
  caller: SeatedCaller,
  { place, partnerId, agreementId }: Pick<Agreement, 'place' | 'partnerId' | 'agreementId'>,
  act: ActKind,
): Promise<Write[]> => {
  const subjects = [partnerId, agreementId];
  const entry = { chain: place, at: world.now(), by: caller.person, act, person: null, subjects, details: {} };
  return recordAct(world.table, entry, caller);
};

export const enterAgreement = endpoint('POST /partners/{partnerId}/agreements', async (ask, world) => {
  const partner = await expectPartner(world, ask.caller, ask.params.partnerId, manages);
  const addedAt = world.now();
  const of = { agreementId: ask.newId('agm'), addedAt };
  const agreement = entered(ask.body, partner, of, (at) => ask.newId('obl', String(at)));
  const existing = await commit(world.table, [
    insertAgreement({ ...agreement, request: ask.fingerprint() }),
    countToday('agreement', partner.place, addedAt),
    ...(await agreementAct(world, ask.caller, agreement, 'agreement-set')),
  ]);
  return existing ? firstResult(existing, ask, AgreementRecord) : agreement;
});

export const changeAgreement = endpoint('PUT /partners/{partnerId}/agreements/{agreementId}', async (ask, world) => {
  await expectPartner(world, ask.caller, ask.params.partnerId, manages);
  const { request, ...before } = await expectAgreement(world, ask.params);
  requireVersion(ask, before);
  const after = changed(before, ask.body, () => world.newId('obl'));
  await commit(world.table, [
    replaceAgreement({ ...after, request }),
    ...(await agreementAct(world, ask.caller, after, 'agreement-set')),
  ]);
  return after;
});

export const fulfilObligation = endpoint(
  'POST /partners/{partnerId}/agreements/{agreementId}/obligations/{obligationId}',
  async (ask, world) => {
    await expectPartner(world, ask.caller, ask.params.partnerId, manages);
    const { request, ...before } = await expectAgreement(world, ask.params);
    const now = { at: world.now(), by: ask.caller.person };
    const after = fulfilled(before, ask.params.obligationId, ask.body, now);
    await commit(world.table, [
      replaceAgreement({ ...after, request }),
      ...(await agreementAct(world, ask.caller, after, 'obligation-set')),
    ]);
    return after;
  },
);
