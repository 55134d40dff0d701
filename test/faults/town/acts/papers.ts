import { type PaperKind, paperKinds } from '../../../../shared/domain/papers/paper-kinds.ts';
import { buyerRoles, oneOf, some, type Wisher } from '../wish.ts';
import { partyOf } from './pays.ts';

const kinds = Object.keys(paperKinds) as PaperKind[];
const atOffice = (agencyId: string) => [{ scope: `agency:${agencyId}`, roles: buyerRoles }];
/** Ways an office may write its numbers: the serial stands last in both, so that a check can read it back. */
const patterns = ['{jenis}-{tahun}-{bulan}-{nomor}', '{jenis}/{tahun}/{nomor}'];

/** An office issues a paper of an order, also one that is not ready, and one that another hand issues at the same time. */
export const issue: Wisher = (sim) => {
  const { random } = sim;
  const order = some(
    sim,
    sim.ledger.all('Order').filter(({ agencyId }) => agencyId !== null),
  );
  if (!order?.agencyId) return undefined;
  const params = { orderId: order.orderId };
  if (random.chance(0.1)) {
    const { person } = partyOf(sim, order, random.pick(['buyer', 'merchant']));
    return { person, city: order.cityCode, key: 'GET /orders/{orderId}/papers', params };
  }
  const usual = order.state === 'received' ? ['nota', 'bast', 'surat-pesanan'] : ['surat-pesanan'];
  return {
    person: oneOf(sim, `agency:${order.agencyId}`, buyerRoles),
    key: 'POST /orders/{orderId}/papers/{kind}',
    params: { ...params, kind: random.chance(0.8) ? random.pick(usual) : random.pick(kinds) },
    city: order.cityCode,
    needs: atOffice(order.agencyId),
  };
};

/** An office changes how it writes its numbers, in the middle of a series. */
export const numbering: Wisher = (sim) => {
  const agency = some(sim, sim.ledger.all('Agency'));
  if (!agency) return undefined;
  const scope = `agency:${agency.agencyId}`;
  return {
    person: oneOf(sim, scope, ['approver']),
    key: 'PUT /agencies/{agencyId}/paper-settings',
    params: { agencyId: agency.agencyId },
    city: agency.cityCode,
    needs: [{ scope, roles: ['approver'] }],
    body: { pattern: sim.random.pick(patterns), extra: ['spk', 'pemeriksaan'] },
  };
};
