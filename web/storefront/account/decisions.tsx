import { useState } from 'preact/hooks';
import type { Output } from '../../../shared/contract.ts';
import type { Call } from '../../entry/client.ts';
import { useAct } from '../../kit/act.ts';
import { actWords, detailsOf } from '../../kit/audit/act-words.ts';
import { localTime } from '../../kit/days.ts';
import { Summary } from '../../kit/form.tsx';

type Decision = Pick<Output<'GET /merchants/{merchantId}/audit'>['items'][number], 'act' | 'at' | 'details'> & {
  readonly about: string;
  readonly key: string;
};
type Shop = { readonly merchantId: string; readonly name: string };

/** So many of each are shown: what was decided lately. */
const LATEST = 20;

/** What was decided about this person, and about each of their shops, newest first and each once. */
const loadDecisions = async (call: Call, shops: readonly Shop[]): Promise<Decision[]> => {
  const query = { limit: LATEST };
  const [mine, ...ofShops] = await Promise.all([
    call('GET /me/audit', { query: { side: 'about-me', ...query } }),
    ...shops.map(({ merchantId }) => call('GET /merchants/{merchantId}/audit', { params: { merchantId }, query })),
  ]);
  const found = new Map<string, Decision>();
  const add = (about: string, { chain, seq, act, at, details }: (typeof ofShops)[number]['items'][number]) =>
    found.set(`${chain} ${seq}`, { about, act, at, details, key: `${chain} ${seq}` });
  for (const entry of mine.items) add('Anda', entry);
  for (const [at, { items }] of ofShops.entries()) for (const entry of items) add(shops[at]?.name ?? '', entry);
  return [...found.values()].sort((one, other) => (one.at < other.at ? 1 : -1));
};

/** Read only when somebody asks: most never do. */
export const Decisions = ({ call, shops }: { call: Call; shops: readonly Shop[] }) => {
  const act = useAct();
  const [decisions, setDecisions] = useState<readonly Decision[]>();
  const read = () => act.run(async () => setDecisions(await loadDecisions(call, shops)));
  return (
    <section aria-labelledby="keputusan">
      <h2 id="keputusan">Keputusan tentang saya</h2>
      {act.refusal && <Summary refusal={act.refusal} />}
      {decisions === undefined ? (
        <button class="line" type="button" disabled={act.busy} onClick={read}>
          Lihat keputusan tentang saya dan toko saya
        </button>
      ) : (
        <>
          <p class="small quiet" role="status">
            {decisions.length === 0
              ? 'Belum ada keputusan petugas tentang Anda atau toko Anda.'
              : 'Yang diputuskan petugas, terbaru dulu. Alasannya ada di halaman masing-masing.'}
          </p>
          <ul class="rows">
            {decisions.map(({ key, about, act: kind, at, details }) => (
              <li key={key}>
                <b>{actWords[kind]}</b> <bdi>{about}</bdi>
                <small>
                  {' '}
                  {detailsOf({ act: kind, details })} <time dateTime={at}>{localTime(at)}</time>
                </small>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
};
