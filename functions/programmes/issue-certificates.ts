import type { Act } from '../../shared/domain/audit/act.ts';
import { checkCode } from '../../shared/domain/papers/check-code.ts';
import type { City } from '../../shared/domain/places/city.ts';
import { type Certificate, credentialOf, hasEarned } from '../../shared/domain/programmes/certificate.ts';
import { didOf, secured } from '../../shared/domain/programmes/data-integrity.ts';
import type { Enrolment } from '../../shared/domain/programmes/enrolment.ts';
import type { Series } from '../../shared/domain/programmes/series.ts';
import { Problem } from '../../shared/problem.ts';
import { recordAct } from '../../shared/table/audit.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { insertCertificate } from '../../shared/table/programmes/certificates.ts';
import { enrolmentsOf, saveEnrolment } from '../../shared/table/programmes/enrolments.ts';
import { endpoint } from '../http/endpoint.ts';
import type { World } from '../world.ts';
import { expectSeries, ofCity } from './programme-access.ts';

/** So many in one commit, each with its participant. */
const TOGETHER = 20;

const issued = (world: World, { series, city }: { series: Series; city: City }, one: Enrolment): Certificate => {
  const { signer, origin: site, now } = world;
  const { seriesId, title, about, sessions } = series;
  const { merchantId, name: shop, cityCode } = one;
  const code = checkCode((text) => world.keyedIds.derived('crt', text), `certificate ${seriesId} ${merchantId}`);
  const at = now();
  const told = { code, shop, title, issuer: `Pemerintah ${city.name}`, issuedAt: at };
  const attended = { about, attended: one.attended.length, sessions: sessions.length };
  const credential = secured(credentialOf({ ...told, ...attended, site, did: didOf(signer) }), signer, at);
  return {
    ...told,
    seriesId,
    merchantId,
    cityCode,
    publicKey: signer.publicKey,
    credential: JSON.stringify(credential),
    revoked: null,
    version: 1,
  };
};

export const issueCertificates = endpoint('POST /series/{seriesId}/certificates', async (ask, world) => {
  const { caller } = ask;
  const found = await expectSeries(world, ask.params.seriesId, caller, ofCity);
  const { series } = found;
  if (world.now() < series.endsAt)
    throw new Problem('programme_not_ready', 'Sertifikat terbit sesudah pertemuan terakhir selesai.');
  let given = 0;
  for (;;) {
    const all = await enrolmentsOf(world.table, series.seriesId);
    const next = all.filter((one) => !one.certificate && hasEarned(one, series)).slice(0, TOGETHER);
    if (next.length === 0) return { issued: given };
    const made = next.map((one) => ({ one, certificate: issued(world, found, one) }));
    const act: Act = {
      chain: series.cityCode,
      at: world.now(),
      by: caller.person,
      act: 'certificate-issued',
      person: null,
      subjects: [series.seriesId, ...next.map(({ merchantId }) => merchantId)],
      details: { certificates: String(next.length) },
    };
    await commit(world.table, [
      ...made.map(({ certificate }) => insertCertificate(certificate)),
      ...made.map(({ one, certificate: { code } }) =>
        saveEnrolment({ ...one, certificate: code, version: one.version + 1 }),
      ),
      ...(await recordAct(world.table, act, caller)),
    ]);
    given += next.length;
  }
});
