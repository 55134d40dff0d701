/**
 * A phone of 1 GB that comes back from weeks in the field: `node test/bench/visits.ts`. Two hundred records and six hundred
 * pictures of nearly 200 kB lie in a browser whose heap is bounded; two tabs are opened, the queue is sent, and what came is
 * counted and hashed. Prints a table, asserts nothing.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { buildSite } from '../../infra/bundling/site-bundle.ts';
import { startMarket } from '../../infra/local/market.ts';
import { terminalLogger } from '../../infra/local/terminal.ts';
import { launch, phone } from '../web/browser.ts';
import { count, type Print, print, sum, table } from './kit/figures.ts';
import { visitsMarket } from './kit/visits-market.ts';

const HEAP_MB = Number(process.env['BENCH_HEAP_MB'] ?? 64);
const VISITS = Number(process.env['BENCH_VISITS'] ?? 200);
const PICTURES = 3;
const PICTURE_BYTES = 190_000;
const PERSON = 'petugas';
const PAGES = '/kunjungan/';

/** Written by a tab of its own, as the form does it, record by record. */
const fill = (page: Page) =>
  page.evaluate(
    async ([visits, pictures, bytes, person]) => {
      const hexOf = (of: ArrayBuffer) =>
        [...new Uint8Array(of)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
      const at = '2026-11-12T02:00:00.000Z';
      const database = await new Promise<IDBDatabase>((done, failed) => {
        const asked = indexedDB.open('kunjungan', 1);
        asked.onsuccess = () => done(asked.result);
        asked.onerror = () => failed(asked.error);
      });
      for (let visit = 0; visit < visits; visit++) {
        const instanceId = `uuid:${crypto.randomUUID()}`;
        const visitId = `vst_${String(visit).padStart(26, '0')}`;
        const taken: { instanceId: string; hash: string; blob: Blob; small: string }[] = [];
        for (let picture = 0; picture < pictures; picture++) {
          const noise = new Uint8Array(bytes);
          for (let from = 0; from < bytes; from += 65_536) crypto.getRandomValues(noise.subarray(from, from + 65_536));
          const hash = hexOf(await crypto.subtle.digest('SHA-256', noise));
          const small = `data:image/jpeg;base64,${btoa(String.fromCharCode(...noise.subarray(0, 3000)))}`;
          taken.push({ instanceId, hash, blob: new Blob([noise], { type: 'image/jpeg' }), small });
        }
        const hashes = taken.map(({ hash }) => hash);
        const shop = { address: 'Jl. Ijen 1', phone: null, place: null };
        const plan = { visitId, name: `Warung ${visit}`, day: '2026-11-12', visitorName: 'Bu Retno', reason: '', shop };
        const body = {
          openedAt: at,
          finishedAt: at,
          photos: hashes,
          met: 'owner',
          obstacles: [],
          place: null,
          needs: [],
          production: 'Lima kilo sehari. '.repeat(40),
          marketing: null,
          problems: null,
          agreed: null,
          again: null,
          shared: true,
        };
        const kept = {
          instanceId,
          visitId,
          person,
          visit: plan,
          name: plan.name,
          day: plan.day,
          openedAt: at,
          stored: false,
          refused: null,
          draft: null,
          body,
          sentAt: null,
          pictures: hashes.map((hash) => ({ hash, refused: null })),
        };
        const writing = database.transaction(['kept', 'pictures'], 'readwrite');
        writing.objectStore('kept').put(kept);
        for (const one of taken) writing.objectStore('pictures').put(one);
        await new Promise((done) => {
          writing.oncomplete = done;
        });
      }
      database.close();
    },
    [VISITS, PICTURES, PICTURE_BYTES, PERSON] as const,
  );
/** Pictures that still lie on the phone. */
const left = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((done) => {
        const asked = indexedDB.open('kunjungan', 1);
        asked.onsuccess = () => {
          const many = asked.result.transaction('pictures').objectStore('pictures').count();
          many.onsuccess = () => done(many.result);
        };
      }),
  );

/** The largest of what is looked at until it is stopped. */
const watching = (look: () => Promise<number>) => {
  let most = 0;
  let ends = false;
  const watched = (async () => {
    while (!ends) {
      most = Math.max(most, await look().catch(() => 0));
      await new Promise((done) => setTimeout(done, 200));
    }
    return most;
  })();
  return () => {
    ends = true;
    return watched;
  };
};
const MB = 1_000_000;
/** Memory of the processes that draw pages, MB. */
const rendererMb = (devtools: CDPSession) => async (): Promise<number> => {
  const { processInfo } = await devtools.send('SystemInfo.getProcessInfo');
  const sizes = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(async ({ id }) => {
      const status = await readFile(`/proc/${id}/status`, 'utf8').catch(() => '');
      return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1000;
    });
  return sum(await Promise.all(sizes));
};
const heapMb = (devtools: CDPSession) => async (): Promise<number> => {
  const { metrics } = await devtools.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0) / MB;
};

const WAITS_MS = 600_000;
const idle = (page: Page) =>
  page.waitForFunction(() => !document.body.textContent?.includes('Mengirim…'), undefined, { timeout: WAITS_MS });

const measured = async (browser: Browser, url: string): Promise<Record<string, string>> => {
  const context = await browser.newContext({ ...phone, baseURL: url, serviceWorkers: 'block' });
  context.setDefaultTimeout(WAITS_MS);
  const first = await context.newPage();
  await first.goto('/icon.svg');
  const token = `x.${Buffer.from(JSON.stringify({ sub: PERSON })).toString('base64url')}.x`;
  const session = JSON.stringify({ token, name: PERSON, until: Date.now() + 3_600_000 });
  await first.evaluate((kept) => localStorage.setItem('masuk', kept), session);
  await first.goto(PAGES);
  await first.getByText('Belum ada kunjungan').waitFor();
  await fill(first);
  const heap = await context.newCDPSession(first);
  await heap.send('Performance.enable');
  const stops = [watching(heapMb(heap)), watching(rendererMb(await browser.newBrowserCDPSession()))];
  const began = performance.now();
  await first.goto(PAGES);
  await first.getByText(/\d+ menunggu · \d+ terkirim/).waitFor();
  const shown = performance.now() - began;
  const second = await context.newPage();
  await second.goto(PAGES);
  await first.waitForFunction(() => document.body.textContent?.includes('Mengirim…'));
  await idle(first);
  const sent = performance.now() - began;
  const after = await left(first);
  // What came garbled is still there, and goes when somebody wants it.
  await idle(second);
  await first.getByRole('button', { name: 'Kirim sekarang' }).click();
  await first.getByText(`0 menunggu · ${VISITS} terkirim · 0 gagal`).waitFor();
  const [heapPeak = 0, rendererPeak = 0] = await Promise.all(stops.map((stop) => stop()));
  return {
    'queue on the phone, MB': ((VISITS * PICTURES * PICTURE_BYTES) / MB).toFixed(0),
    'heap allowed, MB': String(HEAP_MB),
    'most heap in use, MB': heapPeak.toFixed(1),
    'both tabs as processes, MB': rendererPeak.toFixed(0),
    'list shown after, s': (shown / 1000).toFixed(1),
    'sent after, s': (sent / 1000).toFixed(0),
    'pictures kept because their hash differed': String(after),
    'left on the phone at the end': String(await left(first)),
  };
};

export const run = async (print: Print): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'pasar-visits-'));
  const site = join(folder, 'site');
  await buildSite(site);
  await import('esbuild').then(({ stop }) => stop());
  const market = await startMarket({ port: 0, folder, site, logger: terminalLogger });
  const { url, heard, stop } = await visitsMarket(market.url);
  const browser = await launch([`--js-flags=--max-old-space-size=${HEAP_MB}`]);
  try {
    const figures = await measured(browser, url);
    const repeats = (counts: ReadonlyMap<string, number>) => sum([...counts.values()]) - counts.size;
    print(
      table(
        ['two tabs, one phone', ''],
        [
          ...Object.entries(figures),
          ['records that came', count(heard.records.size)],
          ['pictures that came', count(heard.pictures.size)],
          ['records sent twice', repeats(heard.records)],
          ['pictures sent twice, each garbled before', `${repeats(heard.pictures)} of ${heard.garbled}`],
        ],
      ),
    );
  } finally {
    await browser.close();
    await stop();
    await market.stop();
    await rm(folder, { recursive: true, force: true });
  }
};

if (import.meta.main) await run(print);
