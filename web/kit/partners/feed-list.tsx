import type { Output } from '../../../shared/contract.ts';
import { count, day, monthName } from '../../../shared/domain/basics/wording.ts';
import { feedKinds } from '../../../shared/domain/partners/feeds/words.ts';
import { Notice } from '../page.tsx';

export type FeedFound = Output<'GET /partners/{partnerId}/feeds'>['items'][number];
const senders = { key: 'program mitra', partner: 'orang mitra', place: 'petugas' } as const;

const FeedLine = ({ feed }: { feed: FeedFound }) => {
  const { kind, month, rows, receivedAt, sentBy, late, dueOn, revision, reason } = feed;
  return (
    <li>
      <b>
        {monthName(month)}, {feedKinds[kind].toLowerCase()}
      </b>
      : {count(rows)} baris dari {senders[sentBy]}, diterima {day(receivedAt)}
      {late && `, terlambat (batas ${day(dueOn)})`}.
      {reason && (
        <>
          {' '}
          Revisi {revision}: <bdi>{reason}</bdi>.
        </>
      )}
    </li>
  );
};

/** What was received, every revision, and whether it came in time. */
export const FeedList = ({ feeds }: { feeds: readonly FeedFound[] }) =>
  feeds.length === 0 ? (
    <Notice
      title="Belum ada data"
      text="Data bulanan yang diterima dari mitra tampil di sini, termasuk perbaikannya."
    />
  ) : (
    <ul class="stackd">
      {feeds.map((feed) => (
        <FeedLine key={`${feed.cityCode} ${feed.kind} ${feed.month} ${feed.revision}`} feed={feed} />
      ))}
    </ul>
  );
