import { describe, expect, test } from 'vitest';
import { cityBody } from '../../../infra/regions.ts';
import { testWorld } from '../../engine.ts';
import { townOf } from '../../market.ts';

describe('a city', () => {
  test.each(['11.07', '11.08'])('as large as %s is founded by the body that is printed for it', async (city) => {
    const town = await townOf(await testWorld());
    const { status } = await town.ask('PUT /cities/{city}', 'operator', {
      params: { city },
      rawBody: JSON.stringify(await cityBody(city), null, 2),
      headers: { 'content-type': 'application/json' },
    });
    expect(status).toBe(200);
  });

  test('has an address of its own, whatever it is called, and keeps it', async () => {
    const town = await townOf(await testWorld());
    await town.founds('35.73', { name: 'Kota Malang' });
    const found = async (city: string, name: string) => {
      const { districts } = await cityBody(city);
      const body = { name, provinceName: 'Jawa Timur', zone: 'Asia/Jakarta', accent: null, districts };
      const policies = { personMaxRupiah: 10_000_000, agencyMaxRupiah: 200_000_000 };
      return town.ask('PUT /cities/{city}', 'operator', { params: { city }, body: { ...body, policies } as never });
    };
    for (const name of ['Kota Malang', 'Malang', 'KOTA  MALANG', 'Kota Administrasi Malang']) {
      const { status, body } = await found('35.07', name);
      expect([name, status]).toEqual([name, 400]);
      expect(JSON.stringify(body)).toContain('Kabupaten');
    }
    expect((await found('35.07', 'Kabupaten Malang')).status).toBe(200);
    expect((await found('35.07', 'Kabupaten Malang Raya')).status).toBe(400);
    expect((await found('35.07', 'KABUPATEN MALANG')).status).toBe(200);
    expect((await found('35.73', 'Kabupaten Malang')).status).toBe(400);
  });
});
