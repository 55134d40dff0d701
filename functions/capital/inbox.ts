import { dayOf } from '../../shared/domain/basics/month.ts';
import type { Application } from '../../shared/domain/capital/application.ts';
import { answeredApplication } from '../../shared/domain/capital/application-moves.ts';
import { endedBy } from '../../shared/domain/capital/consent.ts';
import { countedBy } from '../../shared/domain/capital/tally.ts';
import { asBank } from '../../shared/domain/capital/told-application.ts';
import { holds, type SeatedCaller } from '../../shared/domain/people/caller.ts';
import { Problem } from '../../shared/problem.ts';
import {
  type ApplicationRecord,
  applicationsOfBank,
  countApplication,
  getApplication,
  replaceApplication,
  sortOfApplication,
} from '../../shared/table/capital/applications.ts';
import { fullPage } from '../../shared/table/engine/pages.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { expectCity } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { page } from '../http/page.ts';
import type { World } from '../world.ts';
import { recordRefusal } from './refused-opening.ts';

/** Nobody but a bank's own officers knows that it is there. */
export const requireOfficer = (caller: SeatedCaller, bankId: string): void => {
  if (!holds(caller, `bank:${bankId}`, ['bank-officer']))
    throw new Problem('bank_not_found', 'Bank ini tidak ada. Periksa lagi tautannya.');
};

export const noApplication = () =>
  new Problem('application_not_found', 'Permohonan ini tidak ada, atau izinnya sudah berakhir.');

type Ask = {
  readonly params: { readonly bankId: string; readonly applicationId: string };
  readonly caller: SeatedCaller;
};
/**
 * An application of one's own bank while its owner lets it look. After that there is none, and that somebody tried is put on
 * record for the owner.
 */
export const expectLive = async (world: World, { params, caller }: Ask): Promise<ApplicationRecord> => {
  requireOfficer(caller, params.bankId);
  const application = await getApplication(world.table, params.applicationId);
  if (!application || application.bankId !== params.bankId) throw noApplication();
  const cause = endedBy(application.consent, world.now());
  if (!cause) return application;
  await recordRefusal(world, application, caller.person, cause);
  throw noApplication();
};

const shown = (application: Application, now: string) => {
  const told = asBank(application, now);
  if (!told) throw noApplication();
  return told;
};

export const listBankApplications = endpoint(
  'GET /banks/{bankId}/applications',
  async ({ params, query, caller }, world) => {
    requireOfficer(caller, params.bankId);
    const { view, ...paging } = query;
    const now = world.now();
    const { items, next } = await page(world, `applications ${params.bankId} ${view}`, paging, (request) =>
      fullPage(
        request,
        (wider) => applicationsOfBank(world.table, params.bankId, view, wider),
        (one) => asBank(one, now) !== undefined,
        sortOfApplication,
      ),
    );
    return { items: items.flatMap((one) => asBank(one, now) ?? []), next };
  },
);

export const readBankApplication = endpoint('GET /banks/{bankId}/applications/{applicationId}', async (ask, world) =>
  shown(await expectLive(world, ask), world.now()),
);

/** Read, decide, commit with its count, answer. An answer that meets a withdrawal finds no application. */
export const answerApplication = endpoint(
  'POST /banks/{bankId}/applications/{applicationId}/answer',
  async (ask, world) => {
    const before = await expectLive(world, ask);
    const { zone } = await expectCity(world, before.cityCode);
    const at = world.now();
    const after = answeredApplication(before, ask.body, { at, by: ask.caller.person });
    if (after.version !== before.version)
      await commit(world.table, [
        replaceApplication({ ...after, request: before.request }),
        ...countApplication(dayOf(before.sentAt, zone).slice(0, 4), after, countedBy(before, after)),
      ]);
    return shown(after, at);
  },
);
