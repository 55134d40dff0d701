import { dateTime } from '../../../shared/domain/basics/wording.ts';
import { type Column, DataTable, More } from '../../kit/desk/data-table.tsx';
import { Notice } from '../../kit/page.tsx';
import { dasborAddress } from '../address.ts';
import type { AskedCity, Opened } from '../opened.ts';
import { actWords, detailsOf, type Entry, holdTogether, subjectOf } from './words.ts';

const Person = ({ asked: { me }, person }: { asked: AskedCity; person: string }) =>
  me?.person === person ? <b>Anda</b> : <bdi>{person}</bdi>;

const Subject = ({ asked: { place, linkTo }, subject }: { asked: AskedCity; subject: string }) => {
  const { kind, id } = subjectOf(subject);
  if (id === place.code) return <>{place.name}</>;
  const to = id.startsWith('mrc_') ? linkTo(`usaha/${id}`) : undefined;
  const words = kind === undefined ? <bdi>{id}</bdi> : kind;
  return to ? <a href={to}>{words}</a> : <span title={id}>{words}</span>;
};

const columnsOf = (asked: AskedCity): readonly Column<Entry>[] => [
  {
    name: 'Keputusan',
    show: (entry) => (
      <>
        {actWords[entry.act]}
        <small>{detailsOf(entry)}</small>
      </>
    ),
  },
  {
    name: 'Tentang',
    show: ({ subjects, person }) => (
      <span>
        {subjects.map((subject, at) => (
          <span key={subject}>
            {at > 0 && ', '}
            <Subject asked={asked} subject={subject} />
          </span>
        ))}
        {person && (
          <small>
            akun <Person asked={asked} person={person} />
          </small>
        )}
      </span>
    ),
  },
  { name: 'Oleh', show: ({ by }) => <Person asked={asked} person={by} /> },
  { name: 'Waktu', show: ({ at }) => dateTime(at, asked.place.city.zone) },
  { name: 'Nomor', number: true, show: ({ seq }) => seq },
];

/** How the acts of this page hang together, in words. */
const Chain = ({ items }: { items: readonly Entry[] }) => {
  const [first, last] = [items.at(-1)?.seq, items[0]?.seq];
  return holdTogether(items) ? (
    <p class="quiet">
      Nomor {first} sampai {last} bersambung: setiap keputusan memuat sidik keputusan sebelumnya.
    </p>
  ) : (
    <Notice
      wrong
      title="Jejak di halaman ini tidak bersambung"
      text="Ada keputusan yang hilang atau diubah. Beri tahu pengelola Pasar Rata dan inspektorat."
    />
  );
};

/** What was decided in the city, by whom and when, newest first. */
export const openAudit = async (asked: AskedCity): Promise<Opened> => {
  const { call, place, query } = asked;
  const cursor = query['lanjut'];
  const { items, next } = await call('GET /cities/{city}/audit', {
    params: { city: place.code },
    query: { limit: 25, ...(cursor ? { cursor } : {}) },
  });
  const page = (
    <>
      <h1>Jejak keputusan</h1>
      <p>Setiap keputusan petugas tercatat bersama perbuatannya dan tidak bisa dihapus.</p>
      {items.length === 0 ? (
        <Notice title="Belum ada keputusan" text="Keputusan petugas kota ini tampil di sini sejak yang pertama." />
      ) : (
        <>
          <Chain items={items} />
          <DataTable
            caption={`Keputusan di ${place.name}, terbaru dulu.`}
            columns={columnsOf(asked)}
            rows={items}
            keyOf={({ seq }) => String(seq)}
          />
          <More
            of="keputusan"
            next={next ? dasborAddress('jejak', place, { lanjut: next }) : undefined}
            first={cursor ? dasborAddress('jejak', place) : undefined}
          />
        </>
      )}
    </>
  );
  return { title: 'Jejak keputusan', page };
};
