/**
 * A market as `npm start` runs it with its demo: one city of it with fewer shops and months, every good with its picture,
 * every page written. Started as a child by `startPictured`, which waits for its address; drawing takes a minute or two.
 */
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSite } from '../../../infra/bundling/site-bundle.ts';
import { hangPictures } from '../../../infra/local/demo/pictures/hanging.ts';
import { type DemoSize, partOf } from '../../../infra/local/demo/places.ts';
import { buildRendering } from '../../../infra/local/events/rendering.ts';
import { growInChild } from '../../../infra/local/first-start/growing.ts';
import { startMarket } from '../../../infra/local/market.ts';
import { terminalLogger } from '../../../infra/local/terminal.ts';
import { forkMarket, type OpenMarket, tellMarket } from './fork-market.ts';

/** Enough shops that every list of the city's home is full. */
const size: DemoSize = { cities: partOf(1, ['35.73']), months: 12 };

/** `BENCH_FOLDER` keeps the market there, and takes the one that an earlier run left. */
export const startPictured = async (): Promise<OpenMarket> => {
  const kept = process.env['BENCH_FOLDER'];
  const folder = kept ?? (await mkdtemp(join(tmpdir(), 'pasar-web-')));
  const remove = async () => {
    if (kept === undefined) await rm(folder, { recursive: true, force: true });
  };
  try {
    const market = await forkMarket(import.meta.filename, folder);
    return { url: market.url, stop: () => market.stop().then(remove) };
  } catch (error) {
    await remove();
    throw error;
  }
};

if (import.meta.main) {
  const folder = process.argv[2] ?? '';
  const site = join(folder, 'site');
  await buildSite(site);
  await buildRendering();
  await import('esbuild').then(({ stop }) => stop());
  const market = await startMarket({ port: 0, folder, site, grow: growInChild(size), logger: terminalLogger });
  const drawing = hangPictures(folder, market.engineEndpoint);
  if (drawing) await once(drawing, 'exit');
  await market.writePages();
  tellMarket(market);
}
