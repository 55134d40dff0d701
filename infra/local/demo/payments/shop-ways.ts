import type { Instant } from '../../../../shared/domain/basics/month.ts';
import { crcText } from '../../../../shared/domain/payments/qris/crc16.ts';
import type { PaymentWays } from '../../../../shared/domain/payments/ways.ts';
import { chanceOf } from '../chance.ts';
import type { Scene, Shop } from '../city.ts';

const field = (tag: string, value: string): string => `${tag}${String(value.length).padStart(2, '0')}${value}`;
const padded = (digits: string, length: number): string => digits.slice(-length).padStart(length, '0');

/**
 * A static QRIS as an acquirer prints it, of an acquirer that does not exist: every part is formed as the standard says,
 * no number in it was ever given out.
 */
export const qrisOf = (shop: string, name: string, city: string): string => {
  const digits = shop.replace(/\D/g, '');
  const parts: readonly (readonly [string, string])[] = [
    ['00', '01'],
    ['01', '11'],
    ['26', field('00', 'ID.CO.CONTOH.WWW') + field('01', `93600999${padded(digits, 10)}`) + field('03', 'UMI')],
    ['51', field('00', 'ID.CO.QRIS.WWW') + field('02', `ID10${padded(digits, 11)}`) + field('03', 'UMI')],
    ['52', '5499'],
    ['53', '360'],
    ['58', 'ID'],
    ['59', name.toUpperCase().slice(0, 25).trim()],
    [
      '60',
      city
        .replace(/^Kota /, '')
        .toUpperCase()
        .slice(0, 15)
        .trim(),
    ],
  ];
  const body = parts.map(([tag, value]) => field(tag, value)).join('');
  return `${body}6304${crcText(`${body}6304`)}`;
};

/** How a shop takes its money: nearly all in cash, some of them only nearby; most by QRIS; by transfer with an account. */
export const waysOf = (
  { city }: Scene,
  { id, name, owner, district, application }: Pick<Shop, 'id' | 'name' | 'owner' | 'district' | 'application'>,
): PaymentWays => {
  const chance = chanceOf('ways', id);
  const [qris, transfer] = [chance.happens(0.6), 'account' in application && chance.happens(0.75)];
  // The shop everybody looks at shows every way there is.
  if (owner === 'sari')
    return {
      cod: { maxRupiah: 1_000_000, districts: [] },
      qris: qrisOf(id, name, city.name),
      transfer: 'account' in application,
    };
  const near = [district, ...chance.some(city.districts, 2).map(({ code }) => code)];
  const cash = {
    maxRupiah: chance.pick([300_000, 500_000, 1_000_000, 2_000_000]),
    districts: (qris || transfer) && chance.happens(0.25) ? [...new Set(near)] : [],
  };
  return {
    cod: (qris || transfer) && chance.happens(0.1) ? null : cash,
    qris: qris ? qrisOf(id, name, city.name) : null,
    transfer,
  };
};

/** The owner says how buyers pay, as soon as there is something to buy. */
export const setWays = async (scene: Scene, shop: Shop, at: Instant): Promise<void> => {
  shop.ways = waysOf(scene, shop);
  await scene.market.ask('PUT /merchants/{merchantId}/payment-ways', shop.owner, at, {
    params: { merchantId: shop.merchantId },
    body: shop.ways,
  });
};
