import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { crc16, crcText } from '../../../shared/domain/payments/qris/crc16.ts';
import { readQris, readShopQris } from '../../../shared/domain/payments/qris/qris.ts';
import { readFields } from '../../../shared/domain/payments/qris/qris-fields.ts';
import type { Problem } from '../../../shared/problem.ts';

/** A fictitious merchant; the structure is that of codes that real acquirers print. */
const STATIC =
  '00020101021126680016ID.CO.CONTOH.WWW011893600999000000000102150000000000000010303UMI51440014ID.CO.QRIS.WWW0215ID10200000000010303UMI5204549953033605802ID5913WARUNG CONTOH6008SURABAYA61056011162070703A0163048451';
const DYNAMIC =
  '00020101021226680016ID.CO.CONTOH.WWW011893600999000000000102150000000000000010303UMI51440014ID.CO.QRIS.WWW0215ID10200000000010303UMI52045499530336054061250005802ID5913WARUNG CONTOH6008SURABAYA61056011162260115ORD-2025-0001230703A0163042001';

const field = (tag: string, value: string) => `${tag}${String(Array.from(value).length).padStart(2, '0')}${value}`;
const sealed = (body: string) => `${body}6304${crcText(`${body}6304`)}`;
type Parts = Record<string, string | null>;
const sound: Parts = {
  '00': '01',
  '01': '11',
  '26': field('00', 'ID.CO.CONTOH.WWW') + field('01', '936009990000000001') + field('03', 'UMI'),
  '51': field('00', 'ID.CO.QRIS.WWW') + field('02', 'ID1020000000001') + field('03', 'UMI'),
  '52': '5499',
  '53': '360',
  '58': 'ID',
  '59': 'WARUNG CONTOH',
  '60': 'MALANG',
};
const made = (but: Parts = {}) =>
  sealed(
    Object.entries({ ...sound, ...but })
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([tag, value]) => (value === null ? '' : field(tag, value)))
      .join(''),
  );
const faultsOf = (text: string, read = readQris): readonly string[] => {
  try {
    read(text);
    return [];
  } catch (error) {
    expect((error as Problem).code).toBe('qris_not_valid');
    return (error as Problem).flaws.map(({ detail }) => detail);
  }
};

describe('the check of a code', () => {
  test('is CRC-16/CCITT-FALSE', () => {
    expect(crc16(new TextEncoder().encode('123456789'))).toBe(0x29b1);
  });

  test('counts characters of a value and bytes of the sum, as the standard’s own sample has it', () => {
    const sample =
      '00020101021229300012D156000000000510A93FO3230Q31280012D15600000001030812345678520441115802CN5914BEST TRANSPORT6007BEIJING64200002ZH0104最佳运输0202北京540523.7253031565502016233030412340603***0708A60086670902ME91320016A0112233449988770708123456786304A13A';
    expect(readFields(sample).broken).toBeNull();
    expect(crcText(sample.slice(0, -4))).toBe('A13A');
  });
});

describe('a QRIS', () => {
  test('says who is paid', () => {
    expect(readQris(STATIC)).toEqual({
      payload: STATIC,
      kind: 'static',
      nmid: 'ID1020000000001',
      name: 'WARUNG CONTOH',
      city: 'SURABAYA',
      class: 'UMI',
      amountRupiah: null,
      tip: 'none',
    });
    expect(readQris(DYNAMIC)).toMatchObject({ kind: 'dynamic', amountRupiah: 125_000 });
    expect(readQris(` ${STATIC}\n`).payload).toBe(STATIC);
  });

  test.each([
    ['an unknown version', made({ '00': '02' }), 'Versi kode'],
    ['no kind', made({ '01': null }), 'Jenis kode'],
    ['no acquirer', made({ '26': null }), 'Bank atau penyedia QRIS'],
    ['a broken acquirer', made({ '26': '0099ID' }), 'Keterangan penyedia (bagian 26) rusak'],
    ['a foreign card number', made({ '26': field('00', 'A') + field('01', '4111111111111111') }), 'Nomor penerima'],
    ['no national part', made({ '51': null }), 'keterangan nasional (bagian 51) tidak ada'],
    ['a broken national part', made({ '51': '0014ID' }), 'Keterangan nasional (bagian 51) rusak'],
    ['another network', made({ '51': field('00', 'SG.PAYNOW') + field('02', 'ID1020000000001') }), 'harus menyebut'],
    ['no NMID', made({ '51': field('00', 'ID.CO.QRIS.WWW') }), 'NMID tidak benar'],
    ['a short NMID', made({ '51': field('00', 'ID.CO.QRIS.WWW') + field('02', 'ID102000000001') }), 'NMID tidak benar'],
    [
      'an unknown class',
      made({ '51': field('00', 'ID.CO.QRIS.WWW') + field('02', 'ID1020000000001') + field('03', 'XXL') }),
      'Kelas usaha',
    ],
    [
      'a class that every object has',
      made({ '51': field('00', 'ID.CO.QRIS.WWW') + field('02', 'ID1020000000001') + field('03', 'toString') }),
      'Kelas usaha',
    ],
    ['a trade of letters', made({ '52': 'ABCD' }), 'Kode jenis usaha'],
    ['dollars', made({ '53': '840' }), 'Mata uang'],
    ['another country', made({ '58': 'SG' }), 'Negara'],
    ['no name', made({ '59': null }), 'Nama penerima'],
    ['a name of 26 letters', made({ '59': 'A'.repeat(26) }), 'Nama penerima'],
    ['a name that turns around', made({ '59': 'TOKO \u202eRUBAT' }), 'Nama penerima'],
    ['no city', made({ '60': null }), 'Kota penerima'],
    ['one payment without amount', made({ '01': '12' }), 'harus menyebut jumlah'],
    ['an amount of nothing', made({ '54': '0.00' }), 'rupiah bulat'],
    ['an amount in sen', made({ '54': '100.50' }), 'rupiah bulat'],
    ['an odd tip', made({ '55': '09' }), 'Keterangan tip'],
    ['a field twice', sealed(`${made().slice(0, -8)}${field('60', 'BATU')}`), 'muncul lebih dari sekali'],
    ['no check', made().slice(0, -8), 'Kode pemeriksa (bagian 63) tidak ada'],
    ['a wrong check', `${made().slice(0, -4)}0000`, 'tidak cocok'],
    ['a check in small letters', made({ '59': 'TOKO 3' }).replace(/....$/, 'ab1f'), 'harus 4 angka atau huruf'],
    ['something behind the check', `${made()}9902AA`, 'Ada isi setelah kode pemeriksa'],
    ['letters behind the check', `${made()}xyz`, 'Susunan kode rusak'],
    ['an end too early', made().slice(0, -2), 'terpotong'],
    ['an empty field', sealed('000201010211260052045499'), 'Bagian 26 kosong'],
    [
      'too many letters',
      made({ '80': 'A'.repeat(99), '81': 'A'.repeat(99), '82': 'A'.repeat(99), '83': 'A'.repeat(99) }),
      'terlalu panjang',
    ],
    ['another start', sealed(field('01', '11') + field('00', '01')), 'harus mulai dengan bagian 00'],
    ['nothing', '', 'Ini bukan QRIS'],
    ['a web address', 'https://contoh.id/bayar', 'Susunan kode rusak'],
  ])('with %s is refused in words of its own', (_, text, sentence) => {
    expect(faultsOf(text).join('\n')).toContain(sentence);
  });

  test('whose check reads 6304 is as good as any', () => {
    // Found by trying serials from 0.
    const found = made({ '62': field('07', 'A262739') });
    expect(found.endsWith('63046304')).toBe(true);
    expect(readQris(found).name).toBe('WARUNG CONTOH');
  });

  test('tells a name and an amount that only look like the check apart from it', () => {
    expect(readQris(made({ '59': 'TOKO 6304ABCD', '01': '12', '54': '6304' })).amountRupiah).toBe(6304);
  });

  test('with any single character changed is refused', () => {
    const codes = [STATIC, DYNAMIC, made({ '55': '01' })];
    fc.assert(
      fc.property(
        fc.constantFrom(...codes),
        fc.nat(),
        fc.oneof(fc.string({ minLength: 1, maxLength: 1 }), fc.constantFrom(...'0123456789ABCDEFabcdef é中'.split(''))),
        (code, where, letter) => {
          const place = where % code.length;
          fc.pre(code[place] !== letter);
          expect(faultsOf(code.slice(0, place) + letter + code.slice(place + 1))).not.toEqual([]);
        },
      ),
      { numRuns: 3000 },
    );
  });

  test('is never a fault of ours, whatever is typed', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (text) => void faultsOf(text)));
    fc.assert(fc.property(fc.stringMatching(/^(\d{4}.{0,9}){0,20}$/), (text) => void faultsOf(text)));
  });
});

describe('a shop’s QRIS', () => {
  test('is the static one on its wall', () => {
    expect(readShopQris(STATIC).nmid).toBe('ID1020000000001');
    expect(faultsOf(DYNAMIC, readShopQris).join()).toContain('sekali bayar');
    expect(faultsOf(made({ '54': '5000' }), readShopQris).join()).toContain('sudah berisi jumlah');
    expect(faultsOf(made({ '55': '02', '56': '500' }), readShopQris).join()).toContain('menambah tip');
    expect(readShopQris(made({ '55': '01' })).tip).toBe('asked');
  });
});
