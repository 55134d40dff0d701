import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { type DrawnSize, drawSizes } from '../../functions/photos/draw-sizes.ts';
import { buildSite } from '../../infra/bundling/site-bundle.ts';
import { marketConsumers } from '../../infra/local/events/consumers.ts';
import { writeAllPages } from '../../infra/local/events/first-pages.ts';
import { folderFiles, folderSite, writeWhole } from '../../infra/local/files.ts';
import { photoFile } from '../../shared/domain/photos/sizes.ts';
import { newFolder, testServer } from '../server.ts';
import { seed } from './seed.ts';

/** A picture of goods on cloth, drawn and packed by the browser: no binary is kept for it. */
const drawPhoto = async (browser: Browser): Promise<Buffer> => {
  const page = await browser.newPage();
  const url = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = 640;
    const pen = canvas.getContext('2d');
    if (!pen) throw new Error('no canvas');
    pen.fillStyle = '#b98d5a';
    pen.fillRect(0, 0, 640, 640);
    for (let at = 0; at < 40; at++) {
      pen.fillStyle = `hsl(${30 + (at % 5) * 8} 60% ${35 + (at % 7) * 6}%)`;
      pen.beginPath();
      pen.arc(120 + ((at * 97) % 400), 130 + ((at * 61) % 380), 46, 0, 7);
      pen.fill();
    }
    return canvas.toDataURL('image/jpeg', 0.6);
  });
  await page.close();
  return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
};

/** The real local stack (gateway, issuer, pages) over the seeded market, with the site as it is deployed. */
export const serveSite = async (browser: Browser) => {
  const photo = await drawPhoto(browser);
  const name = `${createHash('sha256').update(photo).digest('hex')}.jpg`;
  // What is uploaded stands where the server looks for it, as on one machine.
  const folder = await newFolder();
  const { world, furnish, owners } = await seed(`/photos/${name}`, folderFiles(folder));
  const server = await testServer(world, folder);
  const site = join(server.folder, 'site');
  await Promise.all([buildSite(site), mkdir(join(server.folder, 'photos'), { recursive: true })]);
  const drawn = await drawSizes(photo);
  const store = ({ size, format, bytes }: DrawnSize) =>
    writeFile(join(server.folder, 'photos', photoFile(name, size, format)), bytes);
  await Promise.all([...drawn.map(store), furnish(server.folder)]);
  await writeWhole(join(site, 'shells', 'site.json'), JSON.stringify({ origin: server.url }));
  const written = { ...world, site: folderSite(server.folder, site) };
  await writeAllPages(
    written,
    // Nobody else changes anything: there is nothing to gather for.
    marketConsumers(() => written, { sited: () => true, haste: 100 }),
    () => undefined,
  );
  return { ...server, owners, world, written };
};
export type Site = Awaited<ReturnType<typeof serveSite>>;
