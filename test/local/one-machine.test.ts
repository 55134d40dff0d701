import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { moveClock, setOffset } from '../../infra/local/clock.ts';
import { localStateMachine } from '../../infra/local/events/state-machine.ts';
import { folderFiles } from '../../infra/local/files.ts';
import type { Grow } from '../../infra/local/first-start/growing.ts';
import { type Market, startMarket } from '../../infra/local/market.ts';
import { authorizer, keysOf, signToken } from '../../infra/local/sign-in/tokens.ts';
import { monthCloseDefinition } from '../../infra/month-close-definition.ts';
import type { Sent } from '../../shared/contract.ts';
import { addMonths, monthOf, monthStart, previousMonth } from '../../shared/domain/basics/month.ts';
import { client } from '../client.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const run = promisify(execFile);
const malang: Sent<'PUT /cities/{city}'>['body'] = {
  name: 'Kota Malang',
  provinceName: 'Jawa Timur',
  zone: 'Asia/Jakarta',
  accent: null,
  policies: { personMaxRupiah: 5_000_000, agencyMaxRupiah: 10_000_000 },
  districts: [{ code: '35.73.01', name: 'Blimbing', villages: [{ code: '35.73.01.1001', name: 'Jodipan' }] }],
};
const quiet = { info: () => {}, warn: () => {}, error: () => {} };

let folder: string;
let running: Market[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'machine-'));
});
afterEach(async () => {
  for (const market of running) await market.stop();
  running = [];
});
/** A province that grows up by one step, in this process. */
const growing =
  (step: (folder: string, report: (line: string) => void) => Promise<void>): Grow =>
  ({ folder, report }) => ({
    grown: step(folder, report),
    livedUntil: () => undefined,
    ask: async () => undefined,
    stop: () => undefined,
  });
const start = async (grow?: Grow, port = 0): Promise<Market> => {
  const market = await startMarket({ port, folder, site: join(folder, 'site'), logger: quiet, grow });
  running.push(market);
  return market;
};
const stop = async (market: Market) => {
  running = running.filter((one) => one !== market);
  await market.stop();
};

describe('one machine', () => {
  test('builds the province at its first start only', async () => {
    let built = 0;
    const demo = growing(async (dir, report) => {
      built += 1;
      report('Januari');
      await setOffset(dir, 36 * 3_600_000);
    });
    const first = await start(demo);
    expect(first.clock.offsetMs()).toBe(36 * 3_600_000);
    expect((await fetch(`${first.url}/api/cities`)).status).toBe(200);
    await stop(first);
    const second = await start(demo);
    expect([built, second.clock.offsetMs()]).toEqual([1, 36 * 3_600_000]);
  });

  test('builds anew when the first start was interrupted', async () => {
    await expect(
      start(
        growing(async () => {
          await writeFile(join(folder, 'people.json'), '[]');
          throw new Error('interrupted');
        }),
      ),
    ).rejects.toThrow('interrupted');
    let again = false;
    await start(
      growing(async () => {
        again = !existsSync(join(folder, 'people.json'));
      }),
    );
    expect(again).toBe(true);
  });

  test('says what to do when the port is taken, and leaves nothing running', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    await expect(start(undefined, port)).rejects.toThrow(`PORT=${port + 1} npm start`);
    expect(await readdir(folder)).toEqual([]);
    other.close();
  });

  test('closes the month when the clock is moved past its end, and when a city asks for it', async () => {
    // Founded in the last hour of the month before this one, which the schedule of a market opened now has passed.
    const now = monthOf(new Date().toISOString(), 'Asia/Jakarta');
    const [before, next] = [previousMonth(now), addMonths(now, 1)];
    const founded = Date.parse(monthStart(now, 'Asia/Jakarta')) - 3_600_000;
    const market = await start(growing((dir) => setOffset(dir, founded - Date.now())));
    const keys = await keysOf(folder, `${market.url}/masuk`);
    const as = async (person: string) => client(market.url, await signToken(keys, person));
    const operator = await as('operator');
    await operator('PUT /cities/{city}', { params: { city: '35.73' }, body: malang });
    const months = async () => {
      const { items } = await operator('GET /cities/{city}/snapshots', { params: { city: '35.73' } });
      return items.map(({ month, phase }) => `${month} ${phase}`);
    };
    expect(await months()).toEqual([]);
    await moveClock(folder, `${next}-01T00:10+07:00`);
    await expect.poll(months).toEqual([`${now} preliminary`]);
    await operator('PUT /scopes/{scope}/members/{person}', {
      params: { scope: 'city:35.73', person: 'admin' },
      body: { role: 'city-admin' },
    });
    await (await as('admin'))('POST /me/invitations/{scope}/accept', { params: { scope: 'city:35.73' } });
    const params = { city: '35.73', month: before };
    await (await as('admin'))('POST /cities/{city}/months/{month}/close', { params });
    await expect.poll(months).toContainEqual(expect.stringContaining(before));
  });

  test('runs once per folder, on whatever port', async () => {
    const market = await start();
    await expect(start()).rejects.toThrow(/sudah berjalan .* already running/s);
    await stop(market);
    await start();
  });

  test('runs once per folder also when two start in the same moment', async () => {
    const started = await Promise.allSettled([start(), start(), start()]);
    expect(started.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const outcome of started)
      if (outcome.status === 'rejected') expect(outcome.reason.message).toMatch(/sudah berjalan/);
  });

  test('keeps the signing key, so tokens outlive a restart', async () => {
    await stop(await start());
    const before = await keysOf(folder, 'http://localhost:1/masuk');
    await stop(await start());
    expect((await keysOf(folder, 'http://localhost:1/masuk')).signing).toEqual(before.signing);
  });

  test('ends its engine even when it is killed', async () => {
    const script = `import { startEngine } from ${JSON.stringify(join(root, 'infra/local/engine/engine.ts'))};
      console.log((await startEngine()).endpoint); setInterval(() => {}, 1000);`;
    const { DYNAMODB_ENDPOINT: _, ...env } = process.env;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], { env });
    const [line] = await once(child.stdout, 'data');
    const endpoint = String(line).trim();
    expect((await fetch(endpoint)).status).toBeGreaterThan(0);
    child.kill('SIGKILL');
    await expect
      .poll(() =>
        fetch(endpoint).then(
          () => 'alive',
          () => 'gone',
        ),
      )
      .toBe('gone');
  });

  test('says what to do when DYNAMODB_ENDPOINT does not answer', async () => {
    const env = { ...process.env, DYNAMODB_ENDPOINT: 'http://127.0.0.1:1', PORT: '0' };
    const failed = await run(process.execPath, [join(root, 'infra/local/start.js')], { env }).catch((error) => error);
    expect(failed.code).toBe(1);
    expect(failed.stderr).toMatch(/^DYNAMODB_ENDPOINT .* tidak menjawab: .* \/ .* does not answer: .*\n$/);
  });
});

describe('npm run token', () => {
  const token = (person?: string) =>
    run(process.execPath, [join(root, 'scripts/token.ts'), ...(person ? [person] : [])], {
      env: { ...process.env, LOCAL_FOLDER: folder },
    }).then(
      ({ stdout }) => stdout,
      (error) => `${error.code} ${error.stderr}`,
    );

  test('prints a token that the market accepts, and nothing else', async () => {
    const keys = await keysOf(folder, 'http://localhost:3000/masuk');
    const printed = await token('operator');
    expect(printed).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
    expect(await authorizer(keys)(printed.trim())).toMatchObject({ sub: 'operator', token_use: 'access' });
  });
  test('lists the people when it does not know the one, or none is named', async () => {
    await writeFile(join(folder, 'people.json'), JSON.stringify([{ person: 'wati', name: 'Wati', role: 'Pemilik' }]));
    expect(await token('budi')).toMatch(/^1 "budi" tidak dikenal; pilih salah satu: wati\./);
    expect(await token()).toMatch(/^1 Sebutkan orangnya; pilih salah satu: wati\./);
  });
  test('says what to do before the first start', async () => {
    expect(await token('operator')).toMatch(/^1 .*npm start/);
  });
});

describe('npm run redrive', () => {
  const redrive = () =>
    run(process.execPath, [join(root, 'scripts/redrive.ts')], { env: { ...process.env, LOCAL_FOLDER: folder } }).then(
      ({ stdout }) => stdout,
      (error) => `${error.code} ${error.stderr}`,
    );

  test('hands what was given up to the market that runs', async () => {
    const given = join(folder, 'dead-letters.jsonl');
    await start();
    await writeFile(given, '{"eventName":"MODIFY","dynamodb":{"SequenceNumber":"1"}}\n');
    expect(await redrive()).toMatch(/^1 catatan diproses ulang, 0 masih gagal\. /);
    expect(existsSync(given)).toBe(false);
  });
  test('says what to do when no market runs', async () => {
    expect(await redrive()).toMatch(/^1 Pasar tidak sedang berjalan: jalankan npm start/);
  });
});

describe('files in a folder', () => {
  test('come back as they were put, replaced as a whole', async () => {
    const files = folderFiles(folder);
    expect(await files.get('35.73/2026-11.bin')).toBeUndefined();
    await files.put('35.73/2026-11.bin', new Uint8Array([0, 255]));
    await files.put('35.73/2026-11.bin', new Uint8Array([1]));
    expect(await files.get('35.73/2026-11.bin')).toEqual(new Uint8Array([1]));
    expect(await readdir(join(folder, '35.73'))).toEqual(['2026-11.bin']);
  });
  test.each(['../a', 'a/../../b', '/etc/passwd', 'a//b', '.hidden', 'a\\b', 'a\0b', '', 'a/', 'C:/x'])(
    'never leave it: %j',
    async (key) => {
      await expect(Promise.resolve().then(() => folderFiles(folder).put(key, new Uint8Array()))).rejects.toThrow();
      await expect(Promise.resolve().then(() => folderFiles(folder).get(key))).rejects.toThrow();
    },
  );
});

describe('pages', () => {
  test('are served with the index rule, security headers, and no way out of their folder', async () => {
    await mkdir(join(folder, 'site/dasbor'), { recursive: true });
    await mkdir(join(folder, 'pages/malang/barang'), { recursive: true });
    await writeFile(join(folder, 'pages/index.html'), 'toko');
    await writeFile(join(folder, 'pages/malang/barang', `${'a1'.repeat(13)}.html`), 'barang');
    await writeFile(join(folder, 'site/dasbor/index.html'), 'dasbor');
    await writeFile(join(folder, 'site/app-a1b2c3d4.js'), 'x');
    const { url } = await start();
    await mkdir(join(folder, 'photos'));
    await writeFile(join(folder, 'photos/p.jpg'), 'foto');
    const get = async (path: string) => {
      const response = await fetch(`${url}${path}`, { redirect: 'manual' });
      return { status: response.status, text: await response.text(), headers: response.headers };
    };
    expect(await get('/')).toMatchObject({ status: 200, text: 'toko' });
    expect(await get('/?code=1')).toMatchObject({ status: 200, text: 'toko' });
    expect(await get(`/malang/barang/nasi-kotak-${'a1'.repeat(13)}`)).toMatchObject({ status: 200, text: 'barang' });
    const old = await get('/?kota=35.73&cari=nasi');
    expect([old.status, old.headers.get('location')]).toEqual([302, '/cari/?kota=35.73&cari=nasi']);
    for (const path of ['/dasbor', '/dasbor/', '/dasbor/rekap?kota=35.73', '/dasbor/usaha/mrc_1', '/dasbor/a.b'])
      expect(await get(path)).toMatchObject({ status: 200, text: 'dasbor' });
    const redirects = [
      ['/console/', '/dasbor/'],
      ['/console', '/dasbor/'],
      ['/console/?kota=35.73&bulan=2026-10', '/dasbor/rekap?kota=35.73&bulan=2026-10'],
    ] as const;
    for (const [from, to] of redirects) {
      const { status, headers } = await get(from);
      expect([status, headers.get('location')]).toEqual([302, to]);
    }
    expect(JSON.parse((await get('/config.json')).text)).toEqual({ issuer: `${url}/masuk`, clientId: 'pasar-rata' });
    const script = await get('/app-a1b2c3d4.js');
    expect(script.headers.get('cache-control')).toContain('immutable');
    expect(script.headers.get('content-security-policy')).not.toContain('unsafe');
    expect(script.headers.get('x-content-type-options')).toBe('nosniff');
    for (const path of [
      '/nothing',
      '/shells/public.html',
      '/pages/index.html',
      '/issuer.json',
      '/%2e%2e/issuer.json',
      '/..%2fissuer.json',
      '/%00',
      '/photos/',
    ])
      expect((await get(path)).status, path).toBe(404);
    expect((await fetch(`${url}/`, { method: 'POST' })).status).toBe(405);
    const photo = await get('/photos/p.jpg');
    expect([photo.text, photo.headers.get('content-type')]).toEqual(['foto', 'image/jpeg']);
    expect(photo.headers.get('content-security-policy')).toContain('sandbox');
    expect((await get('/api/cities')).headers.get('content-security-policy')).toContain('sandbox');
  });
});

describe('the state machine', () => {
  const input = { zone: 'Asia/Jakarta', phase: 'final', scheduledAt: '2026-12-10T17:05:00.000Z' };
  const planned = {
    month: '2026-11',
    phase: 'final',
    takenAt: input.scheduledAt,
    cities: [{ cityCode: '35.73' }, { cityCode: '35.78' }, { cityCode: '18.71' }],
    provinces: [{ province: '35' }, { province: '18' }],
  };
  test('plans, closes every city, merges provinces, then the country', async () => {
    const asked: string[] = [];
    const execute = localStateMachine(monthCloseDefinition('close-months'), async (task: never) => {
      const { task: name, input: given, cityCode, province, month } = task as Record<string, string>;
      asked.push([name, cityCode ?? province ?? JSON.stringify(given), month].filter(Boolean).join(' '));
      if (name === 'city' && cityCode === '35.73') return { ranges: [{ after: null, until: null }] };
      return name === 'plan' ? planned : {};
    });
    await execute(input);
    expect(asked[0]).toBe(`plan ${JSON.stringify(input)}`);
    const tasksOf = (city: string) =>
      asked.filter((one) => one.endsWith(` ${city} 2026-11`)).map((one) => one.split(' ')[0]);
    for (const small of ['18.71', '35.78']) expect(tasksOf(small)).toEqual(['city']);
    expect(tasksOf('35.73')).toEqual(['city', 'open', 'opened-city']);
    expect(asked.slice(6, 8).sort()).toEqual(['province 18 2026-11', 'province 35 2026-11']);
    expect(asked[8]).toBe('country 2026-11');
    expect(asked).toHaveLength(9);
  });
  test('ends well where a zone has no city yet', async () => {
    const execute = localStateMachine(monthCloseDefinition('close-months'), async () => ({
      ...planned,
      cities: [],
      provinces: [],
    }));
    await execute(input);
  });
});
