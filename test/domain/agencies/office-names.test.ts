import { describe, expect, test } from 'vitest';
import { officeFinder } from '../../../shared/domain/agencies/office-names.ts';

const finds = (...names: string[]) =>
  officeFinder({ offices: names.map((name) => ({ agencyId: name, name })), cityName: 'Kota Malang' });

describe('an office in a sheet', () => {
  test('is found by the words of its name in any order, without the region’s', () => {
    const find = finds('Dinas Pendidikan', 'Badan Keuangan');
    expect(find('DINAS PENDIDIKAN KOTA MALANG')).toBe('Dinas Pendidikan');
    expect(find('keuangan, badan')).toBe('Badan Keuangan');
    expect(find('Dinas Perhubungan')).toBeUndefined();
  });

  test('is told from another of its kind by its number, however that is written', () => {
    const find = finds('SDN Klojen 1', 'SDN Klojen 2', 'SDN Klojen 12', 'SMP Negeri V', 'SMP Negeri X');
    expect(find('SD N KLOJEN 1')).toBeUndefined();
    expect(find('SDN KLOJEN 01')).toBe('SDN Klojen 1');
    expect(find('SDN 2 Klojen, Kota Malang')).toBe('SDN Klojen 2');
    expect(find('SDN Klojen 12')).toBe('SDN Klojen 12');
    expect(find('SDN Klojen')).toBeUndefined();
    expect(find('SMP NEGERI V')).toBe('SMP Negeri V');
  });

  test('is not guessed where two are called alike', () => {
    expect(finds('Dinas Sosial', 'DINAS SOSIAL')('Dinas Sosial')).toBeUndefined();
  });
});
