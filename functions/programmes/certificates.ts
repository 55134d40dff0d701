import type { Act } from '../../shared/domain/audit/act.ts';
import { checkCode, typedCode } from '../../shared/domain/papers/check-code.ts';
import { isCityAdmin } from '../../shared/domain/people/caller.ts';
import type { City } from '../../shared/domain/places/city.ts';
import {
  type Certificate,
  credentialId,
  credentialOf,
  hasEarned,
  saysWhatIsSigned,
} from '../../shared/domain/programmes/certificate.ts';
import { didOf, isIntact, type Secured, secured } from '../../shared/domain/programmes/data-integrity.ts';
import type { Enrolment } from '../../shared/domain/programmes/enrolment.ts';
import type { Series } from '../../shared/domain/programmes/series.ts';
import { Problem } from '../../shared/problem.ts';
import { recordAct } from '../../shared/table/audit.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { getCertificate, insertCertificate, replaceCertificate } from '../../shared/table/programmes/certificates.ts';
import { enrolmentsOf, saveEnrolment } from '../../shared/table/programmes/enrolments.ts';
import { endpoint } from '../http/endpoint.ts';
import type { World } from '../world.ts';
import { certificatePdf } from './certificate-pdf.ts';
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

const expectCertificate = async ({ table }: World, typed: string): Promise<Certificate> => {
  const code = typedCode(typed);
  const certificate = code === undefined ? undefined : await getCertificate(table, code);
  if (!certificate)
    throw new Problem('certificate_not_found', 'Sertifikat dengan kode ini tidak ada. Periksa lagi hurufnya.');
  return certificate;
};

/** Whether what is kept is still what was signed, and nobody took it back. */
const stateOf = (certificate: Certificate) => {
  const { credential, publicKey, revoked } = certificate;
  const isWhole = isIntact(JSON.parse(credential) as Secured, publicKey) && saysWhatIsSigned(certificate);
  if (!isWhole) return 'altered' as const;
  return revoked ? ('revoked' as const) : ('valid' as const);
};
/** The credential's own status leads here: a program that knows nothing of us reads by it that a credential was taken back. */
const revocationsOf = ({ credential, revoked }: Certificate) =>
  revoked ? [{ id: credentialId(credential), revoked: true as const, revocationReason: revoked.reason }] : [];
const checked = (certificate: Certificate) => ({
  ...certificate,
  state: stateOf(certificate),
  revokedCredential: revocationsOf(certificate),
});

export const checkCertificate = endpoint('GET /certificates/{code}', async ({ params }, world) =>
  checked(await expectCertificate(world, params.code)),
);

export const printCertificate = endpoint('GET /certificates/{code}/pdf', async ({ params }, world) => {
  const certificate = await expectCertificate(world, params.code);
  const state = stateOf(certificate);
  if (state !== 'valid') {
    const why = state === 'revoked' ? 'sudah dicabut' : 'tidak cocok dengan tanda tangannya';
    throw new Problem('certificate_revoked', `Sertifikat ini ${why} dan tidak dapat dicetak.`);
  }
  const bytes = await certificatePdf(certificate, world.origin);
  return { name: `sertifikat-${certificate.code}.pdf`, type: 'application/pdf', bytes };
});

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
  await commit(world.table, [replaceCertificate(after), ...(await recordAct(world.table, act, caller))]);
  return checked(after);
});
