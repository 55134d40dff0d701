import { count } from '../../../shared/domain/basics/wording.ts';
import { rules as published } from '../../../shared/domain/integrity/rules.ts';
import type { Call } from '../../entry/client.ts';
import { marketNow } from '../../entry/market-time.ts';
import { More } from '../../kit/desk/data-table.tsx';
import { FilterBar } from '../../kit/desk/filter-bar.tsx';
import { ListSheets } from '../../kit/desk/list-sheets.tsx';
import { ViewTabs } from '../../kit/desk/view-tabs.tsx';
import { Notice } from '../../kit/page.tsx';
import type { City } from '../../kit/places.ts';
import { HOME } from '../address.ts';
import type { AskedCity, Opened } from '../opened.ts';
import { pageFrom } from '../page-from.ts';
import { closing, type Question, QuestionCard } from './question-card.tsx';
import { lookedSentence, type Rules, RulesTable } from './rules-table.tsx';
import { addressOf, SLUG, type Wanted, wantedOf } from './wanted.ts';

type Found = { readonly items: readonly Question[]; readonly next: string | null };
const PAGE = 20;

const loadQuestions = async (call: Call, city: string, wanted: Wanted): Promise<Found> => {
  const { view, rule, cursor } = wanted;
  const read = (from: string | undefined) =>
    call('GET /cities/{city}/integrity-questions', {
      params: { city },
      query: { state: view === 'closed' ? 'closed' : 'open', rule, limit: PAGE, cursor: from },
    });
  return pageFrom(cursor, read);
};

type Shown = {
  readonly city: City;
  readonly wanted: Wanted;
  readonly rules: Rules;
  readonly found: Found | undefined;
  readonly now: string;
  readonly close: ReturnType<typeof closing> | undefined;
  readonly token: string | undefined;
};

const openIn = ({ items }: Rules): number =>
  items.reduce(
    (sum, { asked, explained, corrected, referred, groundless }) =>
      sum + asked - explained - corrected - referred - groundless,
    0,
  );

const Queue = ({ city, wanted, found, now, close, token }: Shown & { readonly found: Found }) => {
  const view = { ...wanted, cursor: undefined };
  return (
    <>
      <FilterBar
        action={HOME + SLUG}
        keep={{ kota: city.cityCode, lihat: wanted.view === 'closed' ? 'ditutup' : undefined }}
        clear={addressOf(city.cityCode, { view: wanted.view })}
        filters={[
          {
            name: 'aturan',
            label: 'Aturan',
            value: wanted.rule,
            choices: Object.entries(published).map(([code, { name }]) => [code, name]),
          },
        ]}
      />
      {found.items.length === 0 ? (
        <Notice
          title={wanted.view === 'closed' ? 'Belum ada yang ditutup' : 'Tidak ada pertanyaan terbuka'}
          text={
            wanted.rule
              ? 'Tidak ada untuk aturan ini. Hapus filter untuk melihat yang lain.'
              : 'Pertanyaan baru muncul setelah sebuah bulan ditutup.'
          }
        />
      ) : (
        <>
          {found.items.map((question) => (
            <QuestionCard key={question.questionId} question={question} city={city} now={now} close={close} />
          ))}
          <More
            of="pertanyaan"
            next={found.next ? addressOf(city.cityCode, { ...view, cursor: found.next }) : undefined}
            first={wanted.cursor && addressOf(city.cityCode, view)}
          />
          <ListSheets
            path={`/cities/${city.cityCode}/integrity-questions`}
            query={{ state: wanted.view === 'closed' ? 'closed' : 'open', rule: wanted.rule }}
            token={token}
          />
        </>
      )}
    </>
  );
};

/** The city's questions about its own market: what is far from usual, the facts, and what came of it. */
const IntegrityPage = (shown: Shown) => {
  const { city, wanted, rules, found } = shown;
  const to = (view: Wanted['view']) => addressOf(city.cityCode, { view });
  return (
    <>
      <h1>Integritas</h1>
      <p>
        Hal yang jauh dari biasanya, sebagai pertanyaan: belum tentu ada yang salah. Jawabannya tidak mengubah urutan
        siapa pun. Hanya petugas kota dan inspektorat yang melihat halaman ini.
      </p>
      <p class="quiet">{lookedSentence(rules, city)}</p>
      <ViewTabs
        label="Pertanyaan"
        at={to(wanted.view)}
        views={[
          { name: 'Terbuka', to: to('open'), count: count(openIn(rules)) },
          { name: 'Ditutup', to: to('closed') },
          { name: 'Aturan dan hasilnya', to: to('rules') },
        ]}
      />
      {found ? <Queue {...shown} found={found} /> : <RulesTable rules={rules} city={city} />}
    </>
  );
};

/** The queue, or the rules with what came of them; who reads alone has no form. */
export const openIntegrity = async ({ call, kinds, place, query, again, session }: AskedCity): Promise<Opened> => {
  const { city, code } = place;
  const wanted = wantedOf(query);
  const [rules, found] = await Promise.all([
    call('GET /cities/{city}/integrity-rules', { params: { city: code } }),
    wanted.view === 'rules' ? undefined : loadQuestions(call, code, wanted),
  ]);
  const close = kinds.includes('city-admin') ? closing(call, again) : undefined;
  const now = marketNow();
  return {
    title: 'Integritas',
    page: (
      <IntegrityPage
        city={city}
        wanted={wanted}
        rules={rules}
        found={found}
        now={now}
        close={close}
        token={session?.token}
      />
    ),
  };
};
