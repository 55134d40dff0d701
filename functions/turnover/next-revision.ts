import { outsideTotal, type TurnoverRevision } from '../../shared/domain/turnover/turnover.ts';
import { Problem } from '../../shared/problem.ts';
import type { Ask } from '../http/endpoint.ts';
import type { Known } from './read-month.ts';

/** A month is mended now and then; every version of it is kept. */
const MOST_REVISIONS = 30;
export const requireFewer = ({ revision }: TurnoverRevision): void => {
  if (revision > MOST_REVISIONS)
    throw new Problem(
      'limit_reached',
      `Laporan bulan ini sudah ${MOST_REVISIONS} kali diubah. Bawa catatannya ke kota bila masih ada yang salah.`,
    );
};

type Save = Ask<'PUT /merchants/{merchantId}/turnover/{month}'>;

/** If-Match names the revision the owner saw; 0 when there was none. */
export const requireSeen = ({ ifMatch }: Save, latest: TurnoverRevision | undefined): void => {
  const revision = latest?.revision ?? 0;
  if (ifMatch !== undefined && ifMatch !== revision)
    throw new Problem('version_mismatch', `Laporan ini sudah revisi ${revision}. Muat ulang sebelum menyimpan.`);
};

export const nextRevision = (
  { body, caller }: Save,
  { merchant, month, latest }: Known,
  at: string,
): TurnoverRevision => ({
  merchantId: merchant.merchantId,
  month,
  revision: (latest?.revision ?? 0) + 1,
  outside: body.outside,
  outsideRupiah: outsideTotal(body.outside),
  ...(body.note === undefined ? {} : { note: body.note }),
  by: caller.person,
  at,
});

/** A second click saves nothing new. */
export const isSame = (a: TurnoverRevision, b: TurnoverRevision): boolean =>
  a.note === b.note && JSON.stringify(a.outside) === JSON.stringify(b.outside);
