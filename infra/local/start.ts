import { COUNTRY } from '../../shared/domain/places/region.ts';
import { snapshotsOfPlace } from '../../shared/table/snapshots.ts';
import { Advice, advise } from './advice.ts';
import { growInChild } from './first-start/growing.ts';
import { localFolder, siteFolder } from './folder.ts';
import { type Market, startMarket } from './market.ts';
import { demoPeople } from './people.ts';
import { terminalLogger } from './terminal.ts';

const portOf = (given = '3000'): number => {
  const port = Number(given);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw new Advice(`PORT harus angka 0 sampai 65535, bukan "${given}". / PORT must be a number from 0 to 65535.`);
};

const print = (text = '') => console.log(text);

/** Twenty people are a long list for a terminal; the sign-in page shows them all. */
const SHOWN = 12;

const greet = async ({ url, world, clock }: Market): Promise<void> => {
  const latest = await snapshotsOfPlace(world.table, COUNTRY, { limit: 1 });
  const people = await demoPeople(localFolder);
  const width = Math.max(...people.map(({ person }) => person.length)) + 2;
  print();
  print(latest.items[0]?.sentence ?? 'Belum ada bulan yang ditutup.');
  print();
  print(`  Toko      ${url}/`);
  print(`  Konsol    ${url}/console/`);
  print(`  API       ${url}/api/cities`);
  if (Math.abs(clock.offsetMs()) > 1000) print(`  Jam pasar ${clock.now()}`);
  print();
  print('Orang contoh (npm run --silent token -- <orang>):');
  for (const { person, name, role } of people.slice(0, SHOWN)) print(`  ${person.padEnd(width)}${name} – ${role}`);
  if (people.length > SHOWN) print(`  … dan ${people.length - SHOWN} lagi di halaman masuk`);
  print();
  print('Ctrl-C menghentikan semuanya.');
};

/** How long we wait for an orderly end of a market whose engine is gone. */
const LAST_MS = 3000;

await advise(async () => {
  let market: Market | undefined;
  const end = async (code: number) => {
    const running = market;
    market = undefined;
    if (code > 0) setTimeout(() => process.exit(code), LAST_MS).unref();
    await running?.stop();
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void end(0));

  // The pages are built while the engine starts; a page that does not build must not keep the API from starting.
  let siteBuilt = false;
  const site = import('../site-bundle.ts')
    .then(({ buildSite }) => buildSite(siteFolder))
    .catch((error) => console.error('buildSite', error))
    .then(() => {
      siteBuilt = true;
    });
  market = await startMarket({
    port: portOf(process.env.PORT),
    folder: localFolder,
    site: siteFolder,
    siteBuilt: () => siteBuilt,
    grow: growInChild(),
    logger: terminalLogger,
    progress: print,
    onListening: (url) => print(`Pasar sedang dibuka di ${url}/ …`),
  });
  await site;
  await greet(market);
  await market.engineGone;
  if (!market) return;
  console.error(
    'Mesin basis data berhenti berulang kali; jalankan npm start lagi. / ' +
      'The database engine keeps stopping: run npm start again.',
  );
  await end(1);
});
