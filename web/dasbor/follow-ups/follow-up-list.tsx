import type { Output } from '../../../shared/contract.ts';
import type { Month } from '../../../shared/domain/basics/month.ts';
import { dateTime, monthName } from '../../../shared/domain/basics/wording.ts';
import type { Call } from '../../entry/client.ts';
import { shortNames } from '../../kit/categories.ts';
import { type Column, DataTable, More } from '../../kit/desk/data-table.tsx';
import { Notice } from '../../kit/page.tsx';
import { type City, districtName } from '../../kit/places.ts';
import type { AskedCity } from '../opened.ts';
import { pageFrom } from '../page-from.ts';
import { followUpAddress, heldWords } from '../support/gap-list.tsx';
import { addressOf, type Wanted } from '../support/wanted.ts';

type Found = Output<'GET /cities/{city}/follow-ups'>;
type Row = Found['items'][number];
const PAGE = 20;

/** What came of it, month by month; said plainly where no month has begun yet. */
export const soldWords = (after: Row['soldAfter']): string =>
  after.length === 0
    ? 'Terlihat mulai bulan depan'
    : after.map(({ month, sold }) => `${monthName(month)}: ${sold ? 'menjual' : 'belum menjual'}`).join(' · ');

const columnsOf = (city: City, month: Month): readonly Column<Row>[] => [
  {
    name: 'Usaha',
    show: ({ merchantId, name, district, category }) => (
      <>
        <a href={followUpAddress(city, merchantId, month)}>
          <bdi>{name}</bdi>
        </a>
        <small>
          {districtName(city, district)} · {shortNames[category]}
        </small>
      </>
    ),
  },
  {
    name: 'Petugas',
    show: (row) => (
      <span>
        <bdi>{heldWords(row)}</bdi>
        <small>Sejak {dateTime(row.since, city.zone)}</small>
      </span>
    ),
  },
  { name: 'Catatan terakhir', show: ({ note }) => <bdi>{note ?? '–'}</bdi> },
  { name: 'Sesudahnya', show: ({ soldAfter }) => soldWords(soldAfter) },
];

const load = (call: Call, city: string, { view, cursor }: Wanted, me: string | undefined): Promise<Found> => {
  const read = (from: string | undefined) =>
    call('GET /cities/{city}/follow-ups', {
      params: { city },
      query: {
        span: view === 'over' ? 'over' : 'open',
        officer: view === 'mine' ? me : undefined,
        limit: PAGE,
        cursor: from,
      },
    });
  return pageFrom(cursor, read);
};

const empty = {
  mine: ['Belum ada tugas untuk Anda', 'Buka sebuah usaha dari daftar sebab, lalu pilih "Saya tangani".'],
  taken: ['Belum ada usaha yang ditangani', 'Buka sebuah usaha dari daftar sebab, lalu pilih "Saya tangani".'],
  over: ['Belum ada yang selesai', 'Usaha pindah ke sini setelah dicatat selesai atau tidak terjangkau.'],
} as const;

/** What officers look after, their own or everybody's, with what came of it. */
export const openFollowUps = async ({ call, place, me }: AskedCity, month: Month, wanted: Wanted) => {
  const { city } = place;
  const { items, next } = await load(call, place.code, wanted, me?.person);
  const view = { ...wanted, cursor: undefined };
  if (items.length === 0 && !wanted.cursor) {
    const [title, text] = empty[wanted.view as keyof typeof empty];
    return <Notice title={title} text={text} />;
  }
  return (
    <>
      <DataTable
        caption={`Tindak lanjut di ${city.name}. Sesudahnya: apakah usaha itu menjual pada tiga bulan berikutnya.`}
        columns={columnsOf(city, month)}
        rows={items}
        keyOf={({ merchantId }) => merchantId}
      />
      <More
        of="usaha"
        next={next ? addressOf(city, month, { ...view, cursor: next }) : undefined}
        first={wanted.cursor && addressOf(city, month, view)}
      />
    </>
  );
};
