import type { Opening } from '../../shared/domain/capital/opening.ts';
import { checkCode } from '../../shared/domain/papers/check-code.ts';
import { Problem } from '../../shared/problem.ts';
import type { ApplicationRecord } from '../../shared/table/capital/applications.ts';
import { insertOpening } from '../../shared/table/capital/openings.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { countToday } from '../../shared/table/people/daily-counts.ts';
import type { World } from '../world.ts';

/** That an officer tried what they may no longer, for the owner to read. So many tries a day are enough to see it. */
export const recordRefusal = async (
  world: World,
  { applicationId, merchantId, bankId, bankName, consent, version }: ApplicationRecord,
  by: string,
  cause: NonNullable<Opening['cause']>,
): Promise<void> => {
  const at = world.now();
  const opening: Opening = {
    code: checkCode(world.linkSealer.keyed, world.newId('opn')),
    applicationId,
    merchantId,
    bankId,
    bankName,
    at,
    by,
    outcome: 'refused',
    cause,
    from: consent.from,
    to: consent.to,
    consentVersion: version,
    pack: null,
    pdfHash: null,
    request: '',
    version: 1,
  };
  await commit(world.table, [insertOpening(opening), countToday('refused-opening', applicationId, at)]).catch(
    (error) => {
      if (!(error instanceof Problem) || error.code !== 'limit_reached') throw error;
    },
  );
};
