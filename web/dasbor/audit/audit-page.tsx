import { actWords } from '../../kit/audit/act-words.ts';
import { More } from '../../kit/desk/data-table.tsx';
import { FilterBar } from '../../kit/desk/filter-bar.tsx';
import { Notice } from '../../kit/page.tsx';
import { HOME } from '../address.ts';
import type { AskedCity, Opened } from '../opened.ts';
import { pageFrom } from '../page-from.ts';
import { ActsTable } from './acts-table.tsx';
import { ChainCheck } from './chain-check.tsx';
import { addressOf, SLUG, type Wanted, wantedOf } from './wanted.ts';

const Filters = ({ code, wanted }: { code: string; wanted: Wanted }) => (
  <FilterBar
    action={HOME + SLUG}
    keep={{ kota: code }}
    clear={addressOf(code, {})}
    filters={[
      { name: 'jenis', label: 'Keputusan', value: wanted.act, choices: Object.entries(actWords) },
      { name: 'oleh', label: 'Akun petugas', value: wanted.by, placeholder: 'Nomor akun' },
      { name: 'hari', label: 'Tanggal', value: wanted.day, type: 'date' },
    ]}
  />
);

/** What was decided in the city, by whom and when, newest first; by one officer, of one kind, on one day. */
export const openAudit = async (asked: AskedCity): Promise<Opened> => {
  const { call, place } = asked;
  const { code } = place;
  const wanted = wantedOf(asked.query);
  const { cursor, ...view } = wanted;
  const params = { city: code };
  const { items, next, names, people } = await pageFrom(cursor, (from) =>
    call('GET /cities/{city}/audit', { params, query: { ...view, limit: 25, cursor: from } }),
  );
  const filtered = Object.keys(view).length > 0;
  const page = (
    <>
      <h1>Jejak keputusan</h1>
      <p>Setiap keputusan petugas tercatat bersama perbuatannya dan tidak bisa dihapus.</p>
      <ChainCheck asked={asked} items={items} filtered={filtered} />
      <Filters code={code} wanted={wanted} />
      {items.length === 0 ? (
        <Notice
          title={filtered ? 'Tidak ada keputusan yang cocok' : 'Belum ada keputusan'}
          text={
            filtered
              ? 'Hapus filter untuk melihat semuanya.'
              : 'Keputusan petugas kota ini tampil di sini sejak yang pertama.'
          }
        />
      ) : (
        <>
          <ActsTable
            reader={asked}
            caption={`Keputusan di ${place.name}, terbaru dulu.`}
            items={items}
            names={names}
            people={people}
            actsBy={(by) => addressOf(code, { by })}
          />
          <More
            of="keputusan"
            next={next ? addressOf(code, { ...view, cursor: next }) : undefined}
            first={cursor ? addressOf(code, view) : undefined}
          />
        </>
      )}
    </>
  );
  return { title: 'Jejak keputusan', page };
};
