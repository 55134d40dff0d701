import { Advice, advise } from './advice.ts';
import { hangPictures } from './demo/pictures/hanging.ts';
import { buildRendering } from './events/rendering.ts';
import { workApart } from './events/work-apart.ts';
import { growInChild } from './first-start/growing.ts';
import { localFolder, siteFolder } from './folder.ts';
import { greet, print } from './greet.ts';
import { type Market, startMarket } from './market.ts';
import { terminalLogger } from './terminal.ts';

const portOf = (given = '3000'): number => {
  const port = Number(given);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw new Advice(`PORT harus angka 0 sampai 65535, bukan "${given}". / PORT must be a number from 0 to 65535.`);
};

/** How long we wait for an orderly end of a market whose engine is gone. */
const LAST_MS = 3000;

const open = async (): Promise<void> => {
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
  const site = import('../bundling/site-bundle.ts')
    .then(({ buildSite }) => buildSite(siteFolder))
    .then(buildRendering)
    // Its own process would stay beside a market that has no more to build.
    .then(() => import('esbuild').then(({ stop }) => stop()))
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
    workApart,
    logger: terminalLogger,
    progress: print,
    onListening: (url) => print(`Pasar sedang dibuka di ${url}/ …`),
  });
  await site;
  await greet(market);
  await market.writePages(print).catch((error) => console.error('pages', error));
  // Somebody may have stopped it while it greeted.
  if (!market) return;
  hangPictures(localFolder, market.engineEndpoint);
  await market.engineGone;
  if (!market) return;
  console.error(
    'Mesin basis data berhenti berulang kali; jalankan npm start lagi. / ' +
      'The database engine keeps stopping: run npm start again.',
  );
  await end(1);
};

/** Opens the market of this machine, and stays until somebody stops it. */
export const run = (): Promise<void> => advise(open);
