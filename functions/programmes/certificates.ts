import { typedCode } from '../../shared/domain/papers/check-code.ts';
import { type Certificate, credentialId, saysWhatIsSigned } from '../../shared/domain/programmes/certificate.ts';
import { isIntact, type Secured } from '../../shared/domain/programmes/data-integrity.ts';
import { Problem } from '../../shared/problem.ts';
import { getCertificate } from '../../shared/table/programmes/certificates.ts';
import { endpoint } from '../http/endpoint.ts';
import type { World } from '../world.ts';
import { certificatePdf } from './certificate-pdf.ts';

export const expectCertificate = async ({ table }: World, typed: string): Promise<Certificate> => {
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
export const checked = (certificate: Certificate) => ({
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
