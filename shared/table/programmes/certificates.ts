import { Certificate } from '../../domain/programmes/certificate.ts';
import { get, getMany } from '../engine/reads.ts';
import { entity, type Table } from '../engine/table.ts';
import { insert, replace, type Write } from '../engine/writes.ts';

// | entity      | pk                      | sk          |
// | Certificate | CERTIFICATE#K7M42-9QXAB | CERTIFICATE |
const key = (code: string) => ({ pk: `CERTIFICATE#${code}`, sk: 'CERTIFICATE' });
const certificates = entity({
  type: 'Certificate',
  schema: Certificate,
  key: ({ code }: Pick<Certificate, 'code'>) => key(code),
});

export const getCertificate = (table: Table, code: string) => get(table, certificates, key(code));
/** Several by their codes, in the order asked. At most 100. */
export const getCertificates = (table: Table, codes: readonly string[]) => getMany(table, certificates, codes.map(key));
export const insertCertificate = (certificate: Certificate): Write => insert(certificates, certificate);
export const replaceCertificate = (certificate: Certificate): Write => replace(certificates, certificate);
