import type { Act } from '../../shared/domain/audit/act.ts';
import { isCityAdmin } from '../../shared/domain/people/caller.ts';
import { Problem } from '../../shared/problem.ts';
import { recordAct } from '../../shared/table/audit.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { replaceCertificate } from '../../shared/table/programmes/certificates.ts';
import { getEnrolment, saveEnrolment } from '../../shared/table/programmes/enrolments.ts';
import { endpoint } from '../http/endpoint.ts';
import { checked, expectCertificate } from './certificates.ts';

/** The first reason stands. */
export const revokeCertificate = endpoint('POST /certificates/{code}/revoke', async (ask, world) => {
  const { caller, body } = ask;
  const before = await expectCertificate(world, ask.params.code);
  if (!isCityAdmin(caller, before.cityCode))
    throw new Problem('certificate_not_found', 'Sertifikat dengan kode ini tidak ada. Periksa lagi hurufnya.');
  if (before.revoked) return checked(before);
  const at = world.now();
  const after = { ...before, revoked: { at, by: caller.person, reason: body.reason }, version: before.version + 1 };
  const act: Act = {
    chain: before.cityCode,
    at,
    by: caller.person,
    act: 'certificate-revoked',
    person: null,
    subjects: [before.merchantId, before.code],
    details: {},
  };
  const enrolment = await getEnrolment(world.table, before.seriesId, before.merchantId);
  await commit(world.table, [
    replaceCertificate(after),
    // Both lists in which it stands, the city's and the shop's, say so.
    ...(enrolment ? [saveEnrolment({ ...enrolment, certificateRevokedAt: at, version: enrolment.version + 1 })] : []),
    ...(await recordAct(world.table, act, caller)),
  ]);
  return checked(after);
});
