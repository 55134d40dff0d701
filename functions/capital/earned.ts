import { dayOf, type Zone } from '../../shared/domain/basics/month.ts';
import type { Table } from '../../shared/table/engine/table.ts';
import { getCertificates } from '../../shared/table/programmes/certificates.ts';
import { enrolmentsOfMerchant, getEnrolments } from '../../shared/table/programmes/enrolments.ts';

/** So many trainings are looked at, the latest first. */
const LOOKED = 100;

/** Certificates that a shop's trainings earned and nobody took back, the latest first. */
export const certificatesOf = async (table: Table, merchantId: string, zone: Zone) => {
  const { items } = await enrolmentsOfMerchant(table, merchantId, { limit: LOOKED });
  const ids = items.map(({ seriesId }) => seriesId);
  const codes = (await getEnrolments(table, merchantId, ids)).flatMap((one) => one?.certificate ?? []);
  const found = await getCertificates(table, codes);
  return found.flatMap((one) =>
    one && one.revoked === null ? [{ title: one.title, on: dayOf(one.issuedAt, zone), code: one.code }] : [],
  );
};
