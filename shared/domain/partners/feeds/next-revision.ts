import { Problem } from '../../../problem.ts';
import { fingerprint } from '../../basics/id.ts';
import { monthName } from '../../basics/wording.ts';
import type { Feed, NewFeed } from './feed.ts';

type Content = Pick<Feed, 'sha256' | 'figures'>;
/** The same file, or another file that says the same. */
const isSame = (one: Content, other: Content): boolean =>
  one.sha256 === other.sha256 || fingerprint(one.figures) === fingerprint(other.figures);

/** The feed that a repeat meets. @throws Problem feed_differs: the month is here with other figures */
export const repeated = (found: Feed, content: Content): Feed => {
  if (isSame(found, content)) return found;
  throw new Problem(
    'feed_differs',
    `${monthName(found.month)} revisi ${found.revision} sudah diterima dengan angka lain. Kirim perbaikan sebagai revisi berikutnya dengan alasannya.`,
    [{ pointer: '/revision', detail: `Pakai revisi ${found.revision + 1}.` }],
  );
};

/** Refuses a revision that does not follow the last one, or says not why. @throws Problem feed_out_of_order, reason_required */
export const requireNext = ({ revision, reason }: NewFeed, last: Feed | undefined): void => {
  const next = (last?.revision ?? 0) + 1;
  if (revision !== next)
    throw new Problem('feed_out_of_order', `Revisi berikutnya untuk bulan ini adalah ${next}.`, [
      { pointer: '/revision', detail: `Pakai revisi ${next}.` },
    ]);
  if (revision > 1 && reason === undefined)
    throw new Problem('reason_required', 'Tulis mengapa angka bulan ini diperbaiki.', [
      { pointer: '/reason', detail: 'Wajib mulai revisi 2.' },
    ]);
};
