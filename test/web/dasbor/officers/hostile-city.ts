import { beforeAll, expect, test } from 'vitest';
import { mayOpen } from '../../../../web/dasbor/opened.ts';
import { pages } from '../../../../web/dasbor/pages.ts';
import { marketOf } from '../../../market.ts';
import { overflow, type Visit } from '../../browser.ts';
import type { Site } from '../../serve.ts';
import { goTo, visitingAs } from '../../signed-in.ts';

const CITY = '35.72';
const ADMIN = `admin-${CITY}`;
/** One word as long as it may be, and one that is read from the right. */
const LONG = 'W'.repeat(80);
const TURNED = `\u202e${'\u05d0'.repeat(60)}`;

/** A city whose shops, districts and offices are called what people have tried elsewhere: its officers read them all day. */
export const hostileCity = (visit: Visit, site: () => Site): void => {
  const visitAs = visitingAs(visit, site);

  beforeAll(async () => {
    const { as } = marketOf(site().world);
    const body = { name: `${LONG}${LONG.slice(0, 40)}`, address: 'V'.repeat(200) };
    await as(ADMIN)('POST /cities/{city}/agencies', { params: { city: CITY }, body });
    for (const [at, name] of [LONG, TURNED].entries())
      await as(`panjang-${at}`)('POST /merchants', {
        body: {
          cityCode: CITY,
          kind: 'person',
          nik: `357201450880000${at + 1}`,
          name,
          ownerName: name,
          phone: `08135555000${at}`,
          district: `${CITY}.01`,
          village: `${CITY}.01.1001`,
          address: 'V'.repeat(200),
          category: 'culinary',
        },
      });
  });

  test('runs nothing and stays within a phone, on every page of its admin', () =>
    visitAs(ADMIN, '/dasbor/', async ({ page, complaints }) => {
      const found: string[] = [];
      for (const { slug } of pages.filter((one) => mayOpen(one, 'city', ['anybody', 'city-admin']))) {
        await goTo(page, `/dasbor/${slug}?kota=${CITY}${slug === 'cari' ? `&q=${LONG}` : ''}`);
        const wider = await overflow(page);
        if (wider > 0) found.push(`${slug} is ${wider} px too wide`);
        if (await page.evaluate(() => 'bocor' in window)) found.push(`${slug} runs a name`);
      }
      expect(found).toEqual([]);
      expect(complaints).toEqual([]);
    }));
};
