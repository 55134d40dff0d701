/*
 * npm run pages -- 35.73
 * npm run pages -- 35.73 <outputs.json>
 *
 * Writes a city's public pages again. On one machine the market that runs does it, and this waits for the end. With the
 * outputs of a deployment it calls for them on its bus, by the AWS CLI with your own credentials and region; they are
 * written by as many functions as the queue allows, within the hour for the largest city.
 */
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import * as z from 'zod';
import { Advice, advise } from '../infra/local/advice.ts';
import { localFolder } from '../infra/local/folder.ts';
import { askMarket } from '../infra/local/lock.ts';

const Outputs = z.object({ 'PasarRata-Platform': z.object({ BusName: z.string() }) });

const onThisMachine = async (city: string): Promise<string> => {
  const written = await askMarket(process.env.LOCAL_FOLDER ?? localFolder, `pages ${city}`);
  if (written === undefined)
    throw new Advice(
      'Pasar tidak sedang berjalan: jalankan npm start dulu, lalu ulangi perintah ini. / ' +
        'The market is not running: run npm start first, then this command again.',
    );
  return `Halaman kota ${city} ditulis. / The pages of ${city} are written.`;
};

const onAws = async (cityCode: string, file: string): Promise<string> => {
  const { 'PasarRata-Platform': platform } = Outputs.parse(JSON.parse(await readFile(file, 'utf8')));
  const detail = { eventId: `call-${randomUUID()}`, version: 1, at: new Date().toISOString(), cityCode };
  const entry = {
    EventBusName: platform.BusName,
    Source: 'pasar-rata',
    DetailType: 'PagesDue',
    Detail: JSON.stringify(detail),
  };
  const words = ['events', 'put-events', '--entries', JSON.stringify([entry]), '--output', 'json'];
  const { stdout } = await promisify(execFile)('aws', words);
  const { FailedEntryCount } = z.object({ FailedEntryCount: z.int() }).parse(JSON.parse(stdout));
  if (FailedEntryCount > 0) throw new Advice(`Bus menolak: ${stdout} / The bus refused.`);
  return `Halaman kota ${cityCode} diminta. / The pages of ${cityCode} are called for.`;
};

await advise(async () => {
  const [city = '', outputs] = process.argv.slice(2);
  if (!/^\d{2}\.\d{2}$/.test(city))
    throw new Advice('Sebut kode kotanya: npm run pages -- 35.73 / Name the city: npm run pages -- 35.73');
  console.log(outputs === undefined ? await onThisMachine(city) : await onAws(city, outputs));
});
