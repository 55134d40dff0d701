import { count, dateTime, monthName } from '../../../../shared/domain/basics/wording.ts';
import { actWords } from '../../../kit/audit/act-words.ts';
import type { Snapshot } from '../../../kit/equity/words.ts';
import { Notice } from '../../../kit/page.tsx';
import type { Entry } from '../../audit/words.ts';
import type { AskedCity, Opened } from '../../opened.ts';
import { closedMonth, isReader, loadSnapshot } from '../load-month.ts';
import { noMonth } from '../no-month.tsx';
import { RecapTabs } from '../recap-tabs.tsx';
import { SideBySide } from './side-by-side.tsx';

/** So many of the last revisions are told. */
const MOST = 12;
const ACTS_LOOKED = 100;

/** What an officer did that led to another revision: a report opened again, a close asked for. */
const isOf =
  (month: string) =>
  ({ act, details }: Entry) =>
    (act === 'report-reopened' || act === 'close-requested') && details['month'] === month;

const loadActs = async ({ call, place }: AskedCity, month: string): Promise<readonly Entry[]> => {
  const { items } = await call('GET /cities/{city}/audit', {
    params: { city: place.code },
    query: { limit: ACTS_LOOKED },
  });
  return items.filter(isOf(month));
};

type Props = {
  readonly asked: AskedCity;
  readonly after: Snapshot;
  readonly before: Snapshot | undefined;
  readonly acts: readonly Entry[];
};
const Revision = ({ asked: { place }, after, before, acts }: Props) => {
  const { revision, phase, takenAt, changes } = after;
  const within = acts.filter(({ at }) => at <= takenAt && (before === undefined || at > before.takenAt));
  return (
    <section class="figure" aria-labelledby={`revisi-${revision}`}>
      <h2 id={`revisi-${revision}`}>
        Revisi {revision} · {phase === 'final' ? 'angka akhir' : 'angka sementara'}
      </h2>
      <p class="quiet">Dihitung {dateTime(takenAt, place.city.zone)}.</p>
      {changes && (
        <ul>
          {changes.reasons.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      {within.length > 0 && (
        <ul>
          {within.map(({ seq, act, at }) => (
            <li key={seq}>
              {actWords[act]}, {dateTime(at, place.city.zone)}
            </li>
          ))}
        </ul>
      )}
      {before ? (
        <SideBySide
          caption={`Sebelum dan sesudah revisi ${revision}`}
          heads={[`Revisi ${before.revision}`, `Revisi ${revision}`]}
          cells={[before.total, after.total]}
        />
      ) : (
        <p>{revision === 1 ? 'Hitungan pertama bulan ini.' : 'Revisi sebelumnya tidak ditampilkan di sini.'}</p>
      )}
    </section>
  );
};

/** Every revision of a month: what it changed in the four measures, and why. None is ever overwritten. */
export const openRevisions = async (asked: AskedCity): Promise<Opened> => {
  const { place } = asked;
  const month = closedMonth(asked);
  if (!month) return noMonth(place.name);
  const last = await loadSnapshot(asked, month);
  const earlier = Array.from({ length: Math.min(MOST, last.revision) - 1 }, (_, at) => last.revision - at - 1);
  const [read, acts] = await Promise.all([
    Promise.all(earlier.map((revision) => loadSnapshot(asked, month, revision))),
    isReader(asked) ? loadActs(asked, month) : [],
  ]);
  const revisions = [last, ...read];
  const page = (
    <>
      <h1>Revisi {monthName(month)}</h1>
      <RecapTabs asked={asked} at="Revisi" />
      <p class="quiet">
        {count(last.revision)} hitungan. Yang lama tidak pernah ditimpa: perbaikan menjadi revisi berikutnya, dengan
        alasannya.
      </p>
      {last.revision === 1 && (
        <Notice
          title="Belum pernah berubah"
          text="Angka bulan ini masih seperti ketika pertama dihitung. Laporan yang terlambat atau dibuka lagi akan tampil di sini sebagai revisi."
        />
      )}
      {revisions.map((after, at) => (
        <Revision key={after.revision} asked={asked} after={after} before={revisions[at + 1]} acts={acts} />
      ))}
    </>
  );
  return { title: `Revisi ${monthName(month)}`, page };
};
