import { DAY_MS, type Instant, type Zone } from '../../../shared/domain/basics/month.ts';
import { dateTime } from '../../../shared/domain/basics/wording.ts';

const HOUR_MS = 3_600_000;
/** How long something waits, in the largest unit that says enough: `3 hari`, `5 jam`, `kurang dari 1 jam`. */
export const lengthOf = (from: Instant, to: Instant): string => {
  const milliseconds = Math.max(0, Date.parse(to) - Date.parse(from));
  if (milliseconds < HOUR_MS) return 'kurang dari 1 jam';
  return milliseconds < DAY_MS
    ? `${Math.floor(milliseconds / HOUR_MS)} jam`
    : `${Math.floor(milliseconds / DAY_MS)} hari`;
};

/** Until when, or by how much too late. */
export const dueIn = (due: Instant, now: Instant): string =>
  due >= now ? `sisa ${lengthOf(now, due)}` : `terlambat ${lengthOf(due, now)}`;

type Props = {
  /** Who has to act; left out where it is the reader. */
  readonly who?: string;
  readonly since: Instant;
  readonly due?: Instant | null | undefined;
  readonly now: Instant;
  readonly zone: Zone;
};
/** Who holds it, since when, and until when. */
export const Waits = ({ who, since, due, now, zone }: Props) => (
  <span class="waits">
    Menunggu {who && <bdi>{who} </bdi>}sejak <time dateTime={since}>{dateTime(since, zone)}</time>,{' '}
    {lengthOf(since, now)}
    {due && (
      <>
        {' · '}
        <b class={due < now ? 'late' : undefined}>{dueIn(due, now)}</b>
      </>
    )}
  </span>
);
