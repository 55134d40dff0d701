import { More } from '../../kit/desk/data-table.tsx';
import { ViewTabs } from '../../kit/desk/view-tabs.tsx';
import { Notice } from '../../kit/page.tsx';
import { dasborAddress } from '../address.ts';
import type { AskedProvince, Opened } from '../opened.ts';
import { pageFrom } from '../page-from.ts';
import { ActsTable } from './acts-table.tsx';

export const SLUG = 'jejak-provinsi';
const PAGE = 25;
const COUNTRY = 'pasar';

const read = ({ call, place }: AskedProvince, ofCountry: boolean, cursor: string | undefined) =>
  pageFrom(cursor, (from) => {
    const query = { limit: PAGE, cursor: from };
    return ofCountry
      ? call('GET /country/audit', { query })
      : call('GET /provinces/{province}/audit', { params: { province: place.code }, query });
  });

/**
 * Who was given and lost an office of the province, newest first; for who runs the market also of the whole market, which has
 * no page of its own. What a city decided stands in the city's own trail.
 */
export const openProvinceAudit = async (asked: AskedProvince): Promise<Opened> => {
  const { kinds, place, query } = asked;
  const runs = kinds.includes('operator');
  const ofCountry = runs && query['lihat'] === COUNTRY;
  const cursor = query['lanjut'];
  const { items, next, people } = await read(asked, ofCountry, cursor);
  const at = (lihat?: string, lanjut?: string) => dasborAddress(SLUG, place, { lihat, lanjut });
  const now = ofCountry ? COUNTRY : undefined;
  const where = ofCountry ? 'seluruh pasar' : place.name;
  const names = Object.fromEntries(place.cities.map(({ cityCode, name }) => [cityCode, name]));
  const page = (
    <section aria-labelledby="jejak">
      <h1 id="jejak">Jejak keputusan</h1>
      <p>
        Siapa diberi atau dilepas dari jabatan di {where}. Setiap keputusan tercatat bersama perbuatannya dan tidak bisa
        dihapus. Keputusan kota tercatat di jejak kotanya.
      </p>
      {runs && (
        <ViewTabs
          label="Jejak"
          at={at(now)}
          views={[
            { name: place.name, to: at() },
            { name: 'Seluruh pasar', to: at(COUNTRY) },
          ]}
        />
      )}
      {items.length === 0 ? (
        <Notice title="Belum ada keputusan" text="Undangan, jabatan baru, dan jabatan yang berakhir tampil di sini." />
      ) : (
        <>
          <ActsTable
            reader={asked}
            caption={`Keputusan di ${where}, terbaru dulu.`}
            items={items}
            names={names}
            people={people}
          />
          <More of="keputusan" next={next ? at(now, next) : undefined} first={cursor ? at(now) : undefined} />
        </>
      )}
    </section>
  );
  return { title: 'Jejak keputusan', page };
};
