import { COUNTRY } from '../../shared/domain/places/region.ts';
import { snapshotsOfPlace } from '../../shared/table/equity/snapshots.ts';
import { localFolder } from './folder.ts';
import type { Market } from './market.ts';
import { demoPeople } from './people.ts';

export const print = (text = '') => console.log(text);

/** Twenty people are a long list for a terminal; the sign-in page shows them all. */
const SHOWN = 12;

/** Tells the terminal what there is to see, and as whom. */
export const greet = async ({ url, world, clock }: Market): Promise<void> => {
  const latest = await snapshotsOfPlace(world.table, COUNTRY, { limit: 1 });
  const people = await demoPeople(localFolder);
  const width = Math.max(...people.map(({ person }) => person.length)) + 2;
  print();
  print(latest.items[0]?.sentence ?? 'Belum ada bulan yang ditutup.');
  print();
  print(`  Toko      ${url}/`);
  print(`  Dasbor    ${url}/dasbor/`);
  print(`  API       ${url}/api/cities`);
  if (Math.abs(clock.offsetMs()) > 1000) print(`  Jam pasar ${clock.now()}`);
  print();
  print('Orang contoh (npm run --silent token -- <orang>):');
  for (const { person, name, role } of people.slice(0, SHOWN)) print(`  ${person.padEnd(width)}${name} – ${role}`);
  if (people.length > SHOWN) print(`  … dan ${people.length - SHOWN} lagi di halaman masuk`);
  print();
  print('Ctrl-C menghentikan semuanya.');
};
