import { Problem } from '../../problem.ts';
import type { Enrolment } from './enrolment.ts';
import type { Series } from './series.ts';

const LETTERS = 8;
type Derive = (prefix: string, ...parts: readonly string[]) => string;

/**
 * What a participant's phone shows at one meeting: forty bits that only the market can make, of series, meeting and shop, so
 * that it says nothing anywhere else. Short enough to be read out.
 */
export const attendanceCode = (
  derive: Derive,
  { seriesId }: Pick<Series, 'seriesId'>,
  session: number,
  merchantId: string,
): string => derive('att', 'attendance', seriesId, String(session), merchantId).slice(-LETTERS);

/**
 * The participant whose code it is. @throws Problem attendance_not_possible: of another meeting of this series, or of none
 */
export const participantOf = (
  derive: Derive,
  series: Pick<Series, 'seriesId' | 'sessions'>,
  participants: readonly Enrolment[],
  { session, code }: { readonly session: number; readonly code: string },
): Enrolment => {
  const whose = (meeting: number) =>
    participants.find(({ merchantId }) => attendanceCode(derive, series, meeting, merchantId) === code);
  const found = whose(session);
  if (found) return found;
  const other = series.sessions.findIndex((_, at) => at + 1 !== session && whose(at + 1) !== undefined) + 1;
  throw new Problem(
    'attendance_not_possible',
    other > 0
      ? `Kode ini untuk pertemuan ${other}, bukan pertemuan ${session}. Minta peserta membuka kode pertemuan ${session}.`
      : 'Kode ini bukan milik peserta program ini. Periksa lagi kodenya, atau program yang dipilih.',
    [{ pointer: '/code', detail: 'Pindai kode di halaman Pelatihan peserta.' }],
  );
};
