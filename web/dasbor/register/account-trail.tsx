import { useState } from 'preact/hooks';
import type { Output } from '../../../shared/contract.ts';
import { dateTime } from '../../../shared/domain/basics/wording.ts';
import { useAct } from '../../kit/act.ts';
import { Summary } from '../../kit/form.tsx';
import type { AskedCity } from '../opened.ts';
import { Who } from '../people/who.tsx';
import type { File } from './words.ts';

type Page = Output<'GET /merchants/{merchantId}/account-changes'>;
type Change = Page['items'][number];
const PAGE = 10;

/** The trail of a shop's account; undefined for who may not read it, and where there is none. */
export const loadAccountTrail = async ({ call, kinds }: AskedCity, file: File): Promise<Page | undefined> => {
  if (!(kinds.includes('city-admin') || kinds.includes('inspectorate')) || !file.accountChange) return undefined;
  const { merchantId } = file;
  return call('GET /merchants/{merchantId}/account-changes', { params: { merchantId }, query: { limit: PAGE } });
};

const words: Readonly<Record<Change['change'], string>> = {
  given: 'Rekening diisi',
  changed: 'Rekening diganti',
  removed: 'Rekening dihapus',
};

type Props = { readonly asked: AskedCity; readonly file: File; readonly first: Page };
type ByProps = Pick<Props, 'asked' | 'file'> & { readonly by: string; readonly people: Page['people'] };
const By = ({ asked, file, by, people }: ByProps) => {
  const applied = file.imported ? file.imported.claimedBy : file.history[0]?.by;
  if (by === applied && by !== asked.me?.person) return <>akun yang mendaftarkan usaha ini</>;
  return <Who reader={asked} person={by} people={people} />;
};

/** By whom and when a shop's account was filled in, changed or removed: whoever is paid here can be looked after. */
export const AccountTrail = ({ asked, file, first }: Props) => {
  const { call, place } = asked;
  const { merchantId } = file;
  const [{ items, next, people }, setPage] = useState<Page>(first);
  const act = useAct();
  const more = () =>
    act.run(async () => {
      const query = { limit: PAGE, ...(next === null ? {} : { cursor: next }) };
      const older = await call('GET /merchants/{merchantId}/account-changes', { params: { merchantId }, query });
      setPage({ items: [...items, ...older.items], next: older.next, people: { ...people, ...older.people } });
    });
  return (
    <section aria-labelledby="riwayat-rekening">
      <h2 id="riwayat-rekening">Riwayat rekening</h2>
      <p class="quiet">Nomor rekening tidak disimpan di riwayat ini. Akun lain yang menggantinya patut ditanyakan.</p>
      <ul class="rows">
        {items.map(({ merchantVersion, change, by, at }) => (
          <li key={merchantVersion}>
            <time class="quiet small" dateTime={at}>
              {dateTime(at, place.city.zone)}
            </time>
            <br />
            {words[change]} oleh <By asked={asked} file={file} by={by} people={people} />
          </li>
        ))}
      </ul>
      {act.refusal && <Summary refusal={act.refusal} />}
      {next !== null && (
        <button class="line" type="button" disabled={act.busy} onClick={() => void more()}>
          Lihat rekening yang lebih lama
        </button>
      )}
    </section>
  );
};
