import type { Output } from '../../../shared/contract.ts';
import { count, monthName, percent } from '../../../shared/domain/basics/wording.ts';
import { hiddenWords } from '../../../shared/domain/targets/hidden-words.ts';
import { DataTable, More } from '../../kit/desk/data-table.tsx';
import { CopyLink, Downloads, type FigureFile } from '../../kit/desk/figure-foot.tsx';
import { FilterBar } from '../../kit/desk/filter-bar.tsx';
import { ViewTabs } from '../../kit/desk/view-tabs.tsx';
import { Notice } from '../../kit/page.tsx';
import { today } from '../../kit/today.ts';
import { dasborAddress, HOME } from '../address.ts';
import type { AskedCity, Opened } from '../opened.ts';
import { pageFrom } from '../page-from.ts';
import { monthsOfCity } from '../since-founding.ts';
import { OfficeTabs } from '../spending/office-tabs.tsx';
import { GoalForm, ImportServants, ReleaseServant } from './act-forms.tsx';

type Participation = Output<'GET /cities/{city}/participation/{month}'>;
type Office = Participation['items'][number];
type Place = AskedCity['place'];

/** How the month stands, in a sentence. */
const headline = ({ total, month, running }: Participation): string => {
  if (total.members === 0) return 'Daftar ASN belum dimuat.';
  const when = `${running ? 'sejauh ini ' : ''}pada ${monthName(month)}`;
  return total.participants === null
    ? `ASN kota ini terlalu sedikit untuk dihitung ${when}.`
    : `Paling sedikit ${count(total.participants)} dari ${count(total.members)} ASN belanja ke usaha kecil ${when}.`;
};

const reached = ({ share, hidden }: Office, goal: number | null): string => {
  if (goal === null || share === null) return hidden === 'almost-all' ? 'tercapai' : '–';
  return share * 100 >= goal ? 'tercapai' : `kurang ${percent((goal - share * 100) / 100)}`;
};

/** Offices a page, and of how many more there is a search. */
const OFFICES = 25;

/** What an address asks of the offices: whose name has these words, and from where on. */
type Wanted = { readonly month: string; readonly text: string | undefined; readonly cursor: string | undefined };
const addressOf = (place: Place, { month, text, cursor }: Partial<Wanted>): string =>
  dasborAddress('target', place, { bulan: month, dinas: text, lanjut: cursor });

type OfficesProps = { readonly participation: Participation; readonly place: Place; readonly wanted: Wanted };
const Offices = ({ participation: { items, next, officeCount, goalPercent }, place, wanted }: OfficesProps) => {
  const { month, text, cursor } = wanted;
  return (
    <>
      {officeCount > OFFICES && (
        <FilterBar
          action={`${HOME}target`}
          keep={{ kota: place.code, bulan: month }}
          clear={addressOf(place, { month })}
          filters={[{ name: 'dinas', label: 'Cari dinas', value: text, placeholder: 'Sebagian namanya' }]}
        />
      )}
      {items.length === 0 ? (
        <Notice title="Tidak ada dinas dengan nama itu" text="Tulis awal salah satu kata dari namanya." />
      ) : (
        <DataTable
          caption={`${count(officeCount)} dinas. ${
            goalPercent === null
              ? 'Kota belum menetapkan target.'
              : `Target kota: ${goalPercent}% ASN tiap dinas belanja paling sedikit sekali sebulan.`
          }`}
          columns={[
            { name: 'Dinas', show: ({ name }) => <bdi>{name}</bdi> },
            { name: 'ASN', number: true, show: ({ members }) => count(members) },
            {
              name: 'Ikut belanja',
              number: true,
              show: ({ participants, hidden }) =>
                participants === null ? (
                  <span class="quiet">{hidden && hiddenWords[hidden]}</span>
                ) : (
                  count(participants)
                ),
            },
            { name: 'Bagian', number: true, show: ({ share }) => (share === null ? '–' : percent(share)) },
            { name: 'Terhadap target', number: true, show: (office) => reached(office, goalPercent) },
          ]}
          rows={items}
          keyOf={({ agencyId }) => agencyId}
        />
      )}
      <More
        of="dinas"
        next={next ? addressOf(place, { month, text, cursor: next }) : undefined}
        first={cursor && addressOf(place, { month, text })}
      />
    </>
  );
};

const how = [
  'Yang dihitung orangnya, sekali sebulan, bukan rupiahnya. Isi belanja tidak dibaca dan tidak disimpan di sini.',
  'Belanja dihitung setelah barang diterima dan uangnya dikonfirmasi penjual. Belanja di toko sendiri tidak dihitung.',
  'Beberapa akun dengan nomor HP pemesan yang sama dihitung satu orang.',
  'Belanja di usaha yang belum ada di pasar ini dihitung setelah foto struknya diperiksa kota.',
  'Di bawah 5 orang, atau hampir semua, angkanya disembunyikan. Bulan berjalan ditampilkan per 5 orang.',
] as const;

const filesOf = ({ code }: Place, month: string): FigureFile[] =>
  (['xlsx', 'csv'] as const).map((ending) => ({
    name: ending.toUpperCase(),
    path: `/cities/${code}/participation/${month}/partisipasi-asn.${ending}`,
    file: `partisipasi-asn-${code}-${month}.${ending}`,
  }));

const monthOf = ({ bulan }: Partial<Record<string, string>>, now: string): string =>
  bulan !== undefined && /^20\d{2}-(0[1-9]|1[0-2])$/.test(bulan) ? bulan : now;

/** Civil servants who buy from small businesses, office by office, in numbers that tell of nobody. */
export const openTargets = async (asked: AskedCity): Promise<Opened> => {
  const { call, place, query, kinds, session } = asked;
  const now = today(place.code).slice(0, 7);
  const month = monthOf(query, now);
  const text = query['dinas']?.trim();
  const wanted: Wanted = { month, text: text && text.length > 1 ? text : undefined, cursor: query['lanjut'] };
  const participation = await pageFrom(wanted.cursor, (cursor) =>
    call('GET /cities/{city}/participation/{month}', {
      params: { city: place.code, month },
      query: { text: wanted.text, limit: OFFICES, cursor },
    }),
  );
  const to = (one: string) => dasborAddress('target', place, { bulan: one });
  const months = monthsOfCity(place.city, now, 3);
  const page = (
    <section aria-labelledby="target">
      <h1 id="target" class="headline">
        {headline(participation)}
      </h1>
      <OfficeTabs place={place} at="target" />
      <p class="links">
        <a href={dasborAddress('bukti-belanja', place)}>Bukti belanja yang menunggu diperiksa</a>
      </p>
      <ViewTabs
        label="Bulan"
        at={to(month)}
        views={months.map((one) => ({ name: `${monthName(one)}${one === now ? ' (berjalan)' : ''}`, to: to(one) }))}
      />
      {participation.officeCount === 0 ? (
        <Notice
          title="Belum ada daftar ASN"
          text="Muat daftar NIP per dinas. Namanya tidak dibaca, NIP disimpan teracak."
        />
      ) : (
        <Offices participation={participation} place={place} wanted={wanted} />
      )}
      <details>
        <summary>Cara menghitung</summary>
        <ul>
          {how.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </details>
      <p class="links">
        <Downloads files={filesOf(place, month)} token={session?.token} />
        <CopyLink id="target" />
      </p>
      {kinds.includes('city-admin') && (
        <>
          <GoalForm asked={asked} now={now} first={participation.goalPercent === null} />
          <ImportServants asked={asked} />
          <ReleaseServant asked={asked} />
        </>
      )}
    </section>
  );
  return { title: 'Target', page };
};
