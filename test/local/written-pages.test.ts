import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { buildRendering } from '../../infra/local/events/rendering.ts';
import { workApart } from '../../infra/local/events/work-apart.ts';
import { writeWhole } from '../../infra/local/files.ts';
import { askMarket } from '../../infra/local/lock.ts';
import { type Market, startMarket } from '../../infra/local/market.ts';
import { keysOf, signToken } from '../../infra/local/sign-in/tokens.ts';
import { productAddress } from '../../shared/domain/pages/address.ts';
import { client } from '../client.ts';
import { workerPid } from './engine-pid.ts';

const quiet = { info: () => {}, warn: () => {}, error: () => {} };
const SHELL = '<!doctype html><html lang="id"><head><!--about--></head><body><!--body--><!--page--></body></html>';
let [folder, market]: [string, Market | undefined] = ['', undefined];
afterEach(async () => {
  await market?.stop();
  await rm(folder, { recursive: true, force: true });
});

const until = (look: () => Promise<boolean>) => expect.poll(look, { interval: 200 }).toBe(true);

describe('a page on one machine', () => {
  test('changes soon after what it shows, in a process that may be killed, and is written anew when a city asks', async () => {
    folder = await mkdtemp(join(tmpdir(), 'machine-'));
    const site = join(folder, 'site');
    await writeWhole(join(site, 'shells', 'public.html'), SHELL);
    await buildRendering();
    const here = await startMarket({ port: 0, folder, site, logger: quiet, workApart });
    market = here;
    const keys = await keysOf(folder, `${here.url}/masuk`);
    const as = async (person: string) => client(here.url, await signToken(keys, person));
    const [operator, admin, owner] = [await as('operator'), await as('admin'), await as('owner')];
    await operator('PUT /cities/{city}', {
      params: { city: '35.73' },
      body: {
        name: 'Kota Malang',
        provinceName: 'Jawa Timur',
        zone: 'Asia/Jakarta',
        accent: null,
        policies: { personMaxRupiah: 5_000_000, agencyMaxRupiah: 10_000_000 },
        districts: [{ code: '35.73.01', name: 'Klojen', villages: [{ code: '35.73.01.1001', name: 'Kauman' }] }],
      },
    });
    await operator('PUT /scopes/{scope}/members/{person}', {
      params: { scope: 'city:35.73', person: 'admin' },
      body: { role: 'city-admin' },
    });
    await admin('POST /me/invitations/{scope}/accept', { params: { scope: 'city:35.73' } });
    const { merchantId } = await owner('POST /merchants', {
      body: {
        cityCode: '35.73',
        kind: 'person',
        nik: '3573024508800001',
        name: 'Dapur Bu Sari',
        ownerName: 'Sari',
        phone: '081234567890',
        district: '35.73.01',
        village: '35.73.01.1001',
        address: 'Jl. Ijen 1',
        category: 'meeting-food',
      },
    });
    await admin('POST /merchants/{merchantId}/verify', { params: { merchantId } });
    const product = await owner('POST /merchants/{merchantId}/products', {
      params: { merchantId },
      body: {
        name: 'Nasi kotak',
        unit: 'kotak',
        priceRupiah: 18_000,
        category: 'meeting-food',
        supply: 'stock',
        amount: 10,
      },
    });
    const says = async (address: string, text: string) =>
      (await (await fetch(here.url + address)).text()).includes(text);
    const page = productAddress({ name: 'Kota Malang' }, product);
    await until(() => says(page, 'Rp18.000'));
    await until(() => says('/malang', page));
    await owner('PATCH /merchants/{merchantId}/products/{productId}', {
      params: { merchantId, productId: product.productId },
      body: { priceRupiah: 19_500 },
    });
    for (const address of [page, '/malang', '/malang/konsumsi-rapat', '/malang/usaha/dapur-bu-sari'])
      await until(() => says(address, 'Rp19.500'));
    process.kill(await workerPid(folder), 'SIGKILL');
    await owner('PATCH /merchants/{merchantId}/products/{productId}', {
      params: { merchantId, productId: product.productId },
      body: { priceRupiah: 20_000 },
    });
    for (const address of [page, '/malang']) await until(() => says(address, 'Rp20.000'));
    expect((await fetch(`${here.url}/malang/barang/tidak-ada`)).status).toBe(404);
    await rm(join(folder, 'pages'), { recursive: true });
    await here.writePages();
    expect(await says(page, 'Rp20.000')).toBe(true);
    expect(await askMarket(folder, 'pages 35.73')).toBe(true);
  });
});
