import { shownKeys, tokenOf, withKey, withoutKey } from '../../shared/domain/partners/client-key.ts';
import type { Partner } from '../../shared/domain/partners/partner.ts';
import type { SeatedCaller } from '../../shared/domain/people/caller.ts';
import { recordAct } from '../../shared/table/audit.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { getClientKeys, saveClientKeys } from '../../shared/table/partners/keys.ts';
import { endpoint } from '../http/endpoint.ts';
import type { World } from '../world.ts';
import { expectPartner, manages, reads } from './expect-partner.ts';

const act = (
  world: World,
  caller: SeatedCaller,
  { place, partnerId }: Partner,
  kind: 'partner-key-made' | 'partner-key-revoked',
  keyId: string,
) => {
  const entry = { chain: place, at: world.now(), by: caller.person, act: kind, person: null, details: {} };
  return recordAct(world.table, { ...entry, subjects: [partnerId, keyId] }, caller);
};

export const listPartnerKeys = endpoint('GET /partners/{partnerId}/keys', async ({ params, caller }, world) => {
  const { partnerId } = await expectPartner(world, caller, params.partnerId, reads);
  return { keys: shownKeys((await getClientKeys(world.table, partnerId)) ?? { keys: [] }, world.now()) };
});

export const makePartnerKey = endpoint('POST /partners/{partnerId}/keys', async ({ params, caller, body }, world) => {
  const partner = await expectPartner(world, caller, params.partnerId, manages);
  const { partnerId } = partner;
  const [keyId, secret] = [world.newId('pky'), world.newId('sec')];
  const before = await getClientKeys(world.table, partnerId);
  const now = { at: world.now(), by: caller.person };
  const after = withKey(before, partnerId, { keyId, secret, name: body.name }, now);
  await commit(world.table, [saveClientKeys(after), ...(await act(world, caller, partner, 'partner-key-made', keyId))]);
  return { token: tokenOf(partnerId, keyId, secret), keys: shownKeys(after, now.at) };
});

export const revokePartnerKey = endpoint(
  'POST /partners/{partnerId}/keys/{keyId}/revoke',
  async ({ params, caller }, world) => {
    const partner = await expectPartner(world, caller, params.partnerId, manages);
    const before = await getClientKeys(world.table, partner.partnerId);
    const after = withoutKey(before, params.keyId, world.now());
    if (after !== before)
      await commit(world.table, [
        saveClientKeys(after),
        ...(await act(world, caller, partner, 'partner-key-revoked', params.keyId)),
      ]);
    return { keys: shownKeys(after, world.now()) };
  },
);
