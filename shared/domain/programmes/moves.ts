import { Problem } from '../../problem.ts';
import type { Instant, Zone } from '../basics/month.ts';
import { dateTime } from '../basics/wording.ts';
import type { Person } from '../people/caller.ts';
import { type Enrolment, MOST_NOTES } from './enrolment.ts';
import { enrolmentEnd, type NewSeries, type Series, spanOf, wholeSpan } from './series.ts';

type By = { readonly at: Instant; readonly by: Person };
type Shop = Pick<Enrolment, 'merchantId' | 'ownerId' | 'name' | 'cityCode'>;

/** A shop enters the queue, or comes back into it behind those who stayed. @throws Problem programme_closed */
export const enrolled = (before: Enrolment | undefined, series: Series, shop: Shop, { at, by }: By): Enrolment => {
  if (before && before.state !== 'withdrawn') return before;
  if (at >= series.startsAt)
    throw new Problem('programme_closed', 'Program ini sudah dimulai. Pilih program lain yang masih menerima peserta.');
  return {
    seriesId: series.seriesId,
    ...shop,
    enrolledAt: at,
    enrolledBy: by,
    state: 'waiting',
    seatedAt: null,
    attended: before?.attended ?? [],
    notes: before?.notes ?? [],
    certificate: before?.certificate ?? null,
    version: (before?.version ?? 0) + 1,
  };
};

/** Who was in the queue when it closed, and still is: these are drawn. */
export const isInDraw = (series: Series, zone: Zone, { state, enrolledAt }: Enrolment): boolean =>
  state === 'waiting' && enrolledAt < enrolmentEnd(series, zone);

/** Seats are drawn once, after everybody had the time to enrol. @throws Problem programme_not_ready */
export const requireDrawable = (series: Series, zone: Zone, now: Instant): void => {
  const end = enrolmentEnd(series, zone);
  if (now < end)
    throw new Problem(
      'programme_not_ready',
      `Pendaftaran masih dibuka. Kursi dapat diundi sesudah ${dateTime(end, zone)}.`,
    );
};

export const seated = (enrolment: Enrolment, at: Instant): Enrolment => ({
  ...enrolment,
  state: 'seated',
  seatedAt: at,
  version: enrolment.version + 1,
});

/** What was attended stays attended: nobody loses a certificate by a late tap. @throws Problem programme_closed */
export const requireLeavable = ({ endsAt }: Pick<Series, 'endsAt'>, at: Instant): void => {
  if (at >= endsAt) throw new Problem('programme_closed', 'Program ini sudah selesai; kursi tidak bisa dilepas lagi.');
};

/** Leaves queue or seat; who came to a meeting stays on record. */
export const withdrawn = (enrolment: Enrolment): Enrolment =>
  enrolment.state === 'withdrawn'
    ? enrolment
    : { ...enrolment, state: 'withdrawn', seatedAt: null, version: enrolment.version + 1 };

/** Present once, however often it is sent. @throws Problem attendance_not_possible */
export const present = (
  enrolment: Enrolment,
  series: Series,
  { session, at, zone, now, by }: By & { readonly session: number; readonly zone: Zone; readonly now: Instant },
): Enrolment => {
  if (enrolment.attended.some((one) => one.session === session)) return enrolment;
  const meeting = series.sessions[session - 1];
  const begins = meeting && spanOf(meeting, zone).startsAt;
  if (!begins || now < begins)
    throw new Problem('attendance_not_possible', `Pertemuan ${session} belum dimulai. Periksa pertemuan yang dipilih.`);
  const seen = at > now ? now : at < begins ? begins : at;
  return {
    ...enrolment,
    attended: [...enrolment.attended, { session, at: seen, by }].sort((a, b) => a.session - b.session),
    version: enrolment.version + 1,
  };
};

/** @throws Problem limit_reached */
export const noted = (enrolment: Enrolment, text: string, { at, by }: By): Enrolment => {
  const last = enrolment.notes.at(-1);
  if (last?.text === text && last.by === by) return enrolment;
  if (enrolment.notes.length >= MOST_NOTES)
    throw new Problem('limit_reached', `Sudah ${MOST_NOTES} catatan untuk peserta ini. Lanjutkan lewat WhatsApp.`);
  return { ...enrolment, notes: [...enrolment.notes, { at, by, text }], version: enrolment.version + 1 };
};

/** A queue that is over before anybody could enter it would give seats to who comes first. @throws Problem programme_closed */
export const requireQueueAhead = (series: Pick<Series, 'enrolUntil'>, zone: Zone, now: Instant): void => {
  if (enrolmentEnd(series, zone) <= now)
    throw new Problem('programme_closed', 'Hari tutup pendaftaran sudah lewat. Beri usaha waktu untuk mendaftar.', [
      { pointer: '/enrolUntil', detail: 'Pilih hari ini atau sesudahnya.' },
    ]);
};

/**
 * A series as it is changed: what has begun stays as it was, because people came to it, and once drawn the queue's end does
 * too. @throws Problem programme_moved_on
 */
export const changed = (before: Series, given: NewSeries, zone: Zone, now: Instant): Series => {
  const begun = before.sessions.filter((one) => spanOf(one, zone).startsAt <= now);
  const kept = begun.every((one, at) => {
    const next = given.sessions[at];
    return next && one.day === next.day && one.from === next.from;
  });
  if (!kept)
    throw new Problem('programme_moved_on', 'Pertemuan yang sudah dimulai tidak dapat diubah harinya atau dihapus.', [
      { pointer: '/sessions', detail: 'Biarkan hari dan jam mulai pertemuan itu.' },
    ]);
  if (before.lot && given.enrolUntil !== before.enrolUntil)
    throw new Problem('programme_moved_on', 'Kursi sudah diundi; hari tutup pendaftaran tidak dapat diubah lagi.', [
      { pointer: '/enrolUntil', detail: 'Biarkan hari ini.' },
    ]);
  if (given.enrolUntil !== before.enrolUntil) requireQueueAhead(given, zone, now);
  return { ...before, ...given, ...wholeSpan(given.sessions, zone), version: before.version + 1 };
};
