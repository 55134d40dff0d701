/*
 * npm run --silent found-city -- <city code> [--zone Asia/Jakarta] [--base-url https://…/api --token <access token>]
 *
 * Without --base-url it prints the body of `PUT /cities/{city}` with the real districts and villages of Kemendagri, to
 * be read, changed and sent by hand. With --base-url and the token of an operator it sends it.
 * The names come from idn-area-data (Open Database License 1.0).
 */
import { parseArgs } from 'node:util';
import { cityBody } from '../infra/regions.ts';
import { Zone } from '../shared/domain/basics/month-schema.ts';
import { CityCode } from '../shared/domain/places/region.ts';

class Mistake extends Error {}

const asked = () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { zone: { type: 'string' }, 'base-url': { type: 'string' }, token: { type: 'string' } },
  });
  const code = CityCode.safeParse(positionals[0]);
  if (!code.success || positionals.length !== 1)
    throw new Mistake('Tulis satu kode Kemendagri, misalnya: npm run --silent found-city -- 35.73');
  const zone = Zone.optional().safeParse(values.zone);
  if (!zone.success) throw new Mistake(`--zone harus salah satu dari ${Zone.options.join(', ')}.`);
  const { 'base-url': baseUrl, token } = values;
  if ((baseUrl === undefined) !== (token === undefined)) throw new Mistake('--base-url dan --token dipakai bersama.');
  if (baseUrl !== undefined && !URL.canParse(baseUrl)) throw new Mistake(`--base-url bukan alamat: ${baseUrl}`);
  return { city: code.data, zone: zone.data, baseUrl, token };
};

const send = async (city: string, body: unknown, baseUrl: string, token: string): Promise<void> => {
  const response = await fetch(`${baseUrl.replace(/\/$/, '')}/cities/${city}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(30_000),
  });
  const answer = await response.text();
  if (!response.ok) throw new Mistake(`${response.status}: ${answer}`);
  console.log(answer);
};

try {
  const { city, zone, baseUrl, token } = asked();
  const body = await cityBody(city, zone === undefined ? {} : { zone }).catch((error: Error) => {
    throw new Mistake(error.message);
  });
  if (baseUrl !== undefined && token !== undefined) await send(city, body, baseUrl, token);
  else console.log(JSON.stringify(body, null, 2));
} catch (error) {
  if (!(error instanceof Mistake) && !(error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS')) throw error;
  console.error((error as Error).message);
  process.exitCode = 1;
}
