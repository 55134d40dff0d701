import { dateTime, monthName, rupiah, whatsApp } from '../../../shared/domain/basics/wording.ts';
import { shortNames } from '../../kit/categories.ts';
import { type Column, DataTable, More } from '../../kit/desk/data-table.tsx';
import { FilterBar } from '../../kit/desk/filter-bar.tsx';
import { ListSheets } from '../../kit/desk/list-sheets.tsx';
import { ViewTabs } from '../../kit/desk/view-tabs.tsx';
import { Notice } from '../../kit/page.tsx';
import { districtName } from '../../kit/places.ts';
import { dasborAddress, HOME } from '../address.ts';
import type { AskedCity, Opened } from '../opened.ts';
import { pageFrom } from '../page-from.ts';
import { openReport } from './report-page.tsx';
import {
  addressOf,
  type Reports,
  type Row,
  SLUG,
  type State,
  viewNames,
  viewQuery,
  type Wanted,
  wantedOf,
} from './wanted.ts';
import { closedSentence, emptyWords, habitWords, reminder, stateSentence } from './words.ts';

const PAGE = 20;
const load = ({ call, place }: AskedCity, month: string, { state, district, cursor }: Wanted): Promise<Reports> =>
  pageFrom(cursor, (from) =>
    call('GET /cities/{city}/turnover-reports/{month}', {
      params: { city: place.code, month },
      query: { state, district, limit: PAGE, cursor: from },
    }),
  );

type Props = { readonly asked: AskedCity; readonly month: string; readonly wanted: Wanted; readonly found: Reports };

const shopColumn = ({ asked: { place }, month }: Props): Column<Row> => ({
  name: 'Usaha',
  show: ({ merchantId, name, district, missing }) => (
    <>
      <a href={dasborAddress(`${SLUG}/${merchantId}`, place, { bulan: month })}>
        <bdi>{name}</bdi>
      </a>
      <small>
        {districtName(place.city, district)}
        {missing && ` · ${shortNames[missing.category]}`}
      </small>
    </>
  ),
});

/** A message ready to send; who only reads, and a shop that is nobody's yet, has none. */
const Remind = ({ props: { asked, month, found }, row }: { props: Props; row: Row }) => {
  const { missing } = row;
  if (missing && !missing.claimed) return <>Belum diambil pemiliknya</>;
  if (!missing?.phone) return <>–</>;
  const text = reminder(row, found, asked.place.city, month);
  return (
    <a href={whatsApp(text, missing.phone)} target="_blank" rel="noopener">
      Ingatkan lewat WhatsApp
    </a>
  );
};

const missingColumns = (props: Props): readonly Column<Row>[] => [
  shopColumn(props),
  { name: 'Kebiasaan', show: ({ missing }) => missing && habitWords(missing) },
  { name: 'Terjual di pasar ini', number: true, show: ({ missing }) => missing && rupiah(missing.platformRupiah) },
  { name: 'Pengingat', show: (row) => <Remind props={props} row={row} /> },
];

const reportedColumns = (props: Props): readonly Column<Row>[] => {
  const { zone } = props.asked.place.city;
  return [
    shopColumn(props),
    { name: 'Di luar pasar ini', number: true, show: ({ report }) => report && rupiah(report.outsideRupiah) },
    { name: 'Dilaporkan', show: ({ report }) => report && dateTime(report.firstAt, zone) },
    {
      name: 'Diubah',
      show: ({ report }) =>
        report &&
        (report.revision === 1 ? '–' : `${report.revision - 1} kali, terakhir ${dateTime(report.lastAt, zone)}`),
    },
  ];
};

const ReportsPage = (props: Props) => {
  const { asked, month, wanted, found } = props;
  const { place, linkTo } = asked;
  const { city, code } = place;
  const view = { ...wanted, cursor: undefined };
  const [title, text] = emptyWords[wanted.state];
  const flags = linkTo('integritas', { aturan: 'report-jump' });
  return (
    <section>
      <h1>Laporan omzet</h1>
      <p>
        {monthName(month)}. {stateSentence(found, city.zone)} {closedSentence(found)}
      </p>
      {flags && (
        <p class="quiet">
          Angka yang janggal ditanyakan di <a href={flags}>Integritas</a>: angka yang sama berbulan-bulan, angka yang
          sama di beberapa usaha, dan lonjakan. Itu pertanyaan, bukan tuduhan.
        </p>
      )}
      <ViewTabs
        label="Laporan"
        at={addressOf(code, month, { state: wanted.state, district: wanted.district })}
        views={(Object.keys(viewNames) as State[]).map((state) => ({
          name: viewNames[state],
          to: addressOf(code, month, { state, district: wanted.district }),
        }))}
      />
      <FilterBar
        action={HOME + SLUG}
        keep={{ kota: code, bulan: month, lihat: viewQuery(wanted.state) }}
        clear={addressOf(code, month, { state: wanted.state })}
        filters={[
          {
            name: 'kecamatan',
            label: 'Kecamatan',
            value: wanted.district,
            choices: city.districts.map(({ code: district, name }) => [district, name] as const),
          },
        ]}
      />
      {found.items.length === 0 ? (
        <Notice
          title={wanted.district ? 'Tidak ada di kecamatan ini' : title}
          text={wanted.district ? 'Hapus filter untuk melihat kecamatan lain.' : text}
        />
      ) : (
        <>
          <DataTable
            caption={`${viewNames[wanted.state]}, ${monthName(month)}, ${city.name}. Hanya untuk petugas kota.`}
            columns={wanted.state === 'missing' ? missingColumns(props) : reportedColumns(props)}
            rows={found.items}
            keyOf={({ merchantId }) => merchantId}
          />
          <More
            of="usaha"
            next={found.next ? addressOf(code, month, { ...view, cursor: found.next }) : undefined}
            first={wanted.cursor && addressOf(code, month, view)}
          />
          <ListSheets
            path={`/cities/${code}/turnover-reports/${month}`}
            query={{ state: wanted.state, district: wanted.district }}
            token={asked.session?.token}
          />
        </>
      )}
    </section>
  );
};

/** Who reported a month, late or not at all, with a reminder ready to send; below it, one shop's report. */
export const openReports = async (asked: AskedCity): Promise<Opened> => {
  const month = asked.month?.month ?? '';
  if (month === undefined) throw new Error('a page of a month was opened without one');
  if (asked.rest !== '') return openReport(asked, month);
  const wanted = wantedOf(asked.query);
  const found = await load(asked, month, wanted);
  return { title: 'Laporan omzet', page: <ReportsPage asked={asked} month={month} wanted={wanted} found={found} /> };
};
