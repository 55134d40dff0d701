import type { Application } from '../../shared/domain/capital/application.ts';
import { withdrawnApplication } from '../../shared/domain/capital/application-moves.ts';
import { asOwn } from '../../shared/domain/capital/told-application.ts';
import type { SeatedCaller } from '../../shared/domain/people/caller.ts';
import { Problem } from '../../shared/problem.ts';
import { getApplication, replaceApplication } from '../../shared/table/capital/applications.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { expectOwnMerchant } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import type { World } from '../world.ts';
import { OWNER } from './own-applications.ts';

/** An application of one's own shop; nobody else's is told from one that does not exist. */
const expectOwn = async (world: World, caller: SeatedCaller, params: { merchantId: string; applicationId: string }) => {
  const { merchantId } = await expectOwnMerchant(world, caller, params.merchantId, OWNER);
  const application = await getApplication(world.table, params.applicationId);
  if (application?.merchantId !== merchantId)
    throw new Problem('application_not_found', 'Permohonan ini tidak ada. Muat ulang halaman Modal usaha.');
  return application;
};

/** In one tap and at once: what stands after this commit opens nothing, because an opening needs the version before. */
export const withdrawConsent = endpoint(
  'POST /merchants/{merchantId}/capital-applications/{applicationId}/withdraw',
  async ({ params, caller }, world) => {
    const before = await expectOwn(world, caller, params);
    const after: Application = withdrawnApplication(before, world.now());
    if (after.version !== before.version)
      await commit(world.table, [replaceApplication({ ...after, request: before.request })]);
    return asOwn(after, world.now());
  },
);
