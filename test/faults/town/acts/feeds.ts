import { createHash } from 'node:crypto';
import { addMonths, monthOf } from '../../../../shared/domain/basics/month.ts';
import { tokenOf, withKey } from '../../../../shared/domain/partners/client-key.ts';
import { commit } from '../../../../shared/table/engine/writes.ts';
import { saveClientKeys } from '../../../../shared/table/partners/keys.ts';
import type { Town as Founded } from '../../../market.ts';
import { some, type Wisher, zoneOf } from '../wish.ts';

const KEY = `pky_${'1'.repeat(26)}`;
const SECRET = 'only-for-tests';
/** What a partner's program may believe of a month: figures that differ, and the same in another order. */
const variants = ['300', '400', '500'] as const;
type Variant = (typeof variants)[number];
/** The newest months a history may ask for, wherever its clock goes. */
const months = ['2026-08', '2026-09', '2026-10', '2026-11', '2026-12', '2028-01', '2028-02'] as const;

const contentOf = (city: string, month: string, trips: Variant): Uint8Array =>
  new TextEncoder().encode(
    `bulan;kecamatan;kendaraan;perjalanan;pengemudi_aktif\n${month};${city}.02;motor;${trips};40\n${month};${city}.03;motor;${trips};30\n`,
  );
const partOf = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** A partner of a city whose program has a key, and has sent the parts of every month. */
export const opensPartner = async ({ as, adminOf, world }: Founded, city: string, files: Map<string, Uint8Array>) => {
  const body = { legalName: `PT Ojek ${city}`, brand: `Ojek ${city}`, kind: 'ride' } as const;
  const { partnerId } = await as(adminOf(city))('POST /cities/{city}/partners', { params: { city }, body });
  const now = { at: world.now(), by: adminOf(city) };
  await commit(world.table, [
    saveClientKeys(withKey(undefined, partnerId, { keyId: KEY, secret: SECRET, name: 'Laporan' }, now)),
  ]);
  for (const month of months)
    for (const trips of variants) {
      const content = contentOf(city, month, trips);
      files.set(`feeds/${partnerId}/${partOf(content)}`, content);
    }
};

/** A program reports a month twice at once: its first figures, others under the same revision, or a correction. */
export const reportFeed: Wisher = (sim) => {
  const { random } = sim;
  // Mostly one of them, so that a month is reported more than once.
  const partners = sim.ledger.all('Partner');
  const partner = random.chance(0.8) ? partners[0] : some(sim, partners);
  if (!partner) return undefined;
  const { place: city, partnerId } = partner;
  const month = addMonths(monthOf(new Date(sim.now), zoneOf(city)), -1);
  const known = sim.ledger.all('Feed').filter((one) => one.partnerId === partnerId && one.month === month).length;
  const revision = random.pick([Math.max(1, known), Math.max(1, known), known + 1, known + 1, known + 2]);
  const trips = random.pick(variants);
  const parts = [partOf(contentOf(city, month, trips))];
  const reason = revision > 1 && random.chance(0.9) ? { reason: 'Salah hitung' } : {};
  return {
    person: undefined,
    key: 'POST /partner-feeds',
    headers: { authorization: `Bearer ${tokenOf(partnerId, KEY, random.chance(0.95) ? SECRET : 'salah')}` },
    city,
    body: { city, kind: 'activity', month, revision, parts, ...reason },
    deliveries: 2,
  };
};
