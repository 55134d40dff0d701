/**
 * npm run market:large -- [--merchants 60000] [--orders 500000] [--folder .local/large]
 *
 * One city of the size of a province's capital, lived for a year as the demo is: through the public operations, in memory,
 * then loaded into the engine's file. What nobody asked for since the day before lies in a file meanwhile, so that memory holds
 * keys and what is at hand. `npm run bench -- dasbor` opens the city's pages over it. A folder that has a market is kept.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { demoCities } from '../infra/local/demo/places.ts';
import { growInChild } from '../infra/local/first-start/growing.ts';
import { localFolder } from '../infra/local/folder.ts';
import { openProvince } from '../infra/local/province.ts';
import { terminalLogger } from '../infra/local/terminal.ts';

const MONTHS = 12;
/** A hundred shops an office, schools and clinics counted; six households a shop buy here. */
const SHOPS_AN_OFFICE = 100;
const PEOPLE_A_SHOP = 6;
/** What is at hand of a year of half a million orders: keys of everything, and what two days wrote or asked for. */
const HEAP_MB = 8_000;

const { values } = parseArgs({
  options: {
    merchants: { type: 'string', default: '60000' },
    orders: { type: 'string', default: '500000' },
    folder: { type: 'string', default: join(localFolder, 'large') },
  },
});
const whole = (name: 'merchants' | 'orders'): number => {
  const value = Number(values[name]);
  if (!Number.isSafeInteger(value) || value < 1) throw new Error(`--${name} is a whole number from 1`);
  return value;
};
const [merchants, orders, { folder }] = [whole('merchants'), whole('orders'), values];
const [first] = demoCities;
if (!first) throw new Error('the demo has no city');

const city = {
  ...first,
  shards: 4 as const,
  merchants,
  agencies: Math.ceil(merchants / SHOPS_AN_OFFICE),
  people: merchants * PEOPLE_A_SHOP,
  orders: Math.ceil(orders / MONTHS),
};
await mkdir(folder, { recursive: true });
const engine = await openProvince({
  origin: '',
  folder,
  logger: terminalLogger,
  progress: (line) => console.log(line),
  grow: growInChild({ cities: [city], months: MONTHS }, HEAP_MB),
});
await engine.stop();
