import { describe, expect, test } from 'vitest';
import { soughtFor } from '../../../web/dasbor/search/sought.ts';

const ORDER = `ord_${'3f'.repeat(13)}`;
const SHOP = `mrc_${'7k'.repeat(13)}`;

describe('what somebody seeks', () => {
  test.each([
    [ORDER, { orderId: ORDER }],
    [ORDER.toUpperCase(), { orderId: ORDER }],
    [ORDER.slice(4), { orderId: ORDER }],
    [`Nomor pesanan ${ORDER}.`, { orderId: ORDER }],
    [`https://pasar.id/pesanan/${ORDER}?kota=35.73`, { orderId: ORDER }],
    [`/dasbor/usaha/${SHOP}`, { merchantId: SHOP }],
  ])('%s is one thing by its id', (typed, sought) => {
    expect(soughtFor(typed)).toEqual(sought);
  });

  test.each([
    ['K7M42-9QXAB', 'K7M429QXAB'],
    ['k7m42 9qxab', 'K7M429QXAB'],
    ['https://pasar.id/cek/K7M42-9QXAB?isi=0011', 'K7M429QXAB'],
  ])('%s may be the code of a paper', (typed, code) => {
    expect(soughtFor(typed)).toMatchObject({ code });
  });

  test.each(['0812345678', '0812-345-678', '+62 812 3456 7890', '(0341) 551 234', '1234567890123', 'Bu Sri', 'ord_3f'])(
    '%s is looked for in the register, and is no paper',
    (typed) => {
      expect(soughtFor(typed)).toEqual({ register: typed });
    },
  );

  test.each(['', '   ', '\u3000'])('that says nothing is nothing', (typed) => {
    expect(soughtFor(typed)).toEqual({});
  });

  test('is read no further than a hundred letters', () => {
    expect(soughtFor(`${'a '.repeat(60)}${ORDER}`).orderId).toBeUndefined();
  });
});
