import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Category } from '../../../shared/domain/basics/category.ts';
import { categories } from '../../../shared/domain/basics/category-labels.ts';
import {
  categoryAddress,
  categoryOfSlug,
  categorySlug,
  cityAddress,
  citySlug,
  districtAddress,
  equityAddress,
  fileOf,
  productAddress,
  shopAddress,
} from '../../../shared/domain/pages/address.ts';
import { slugOf } from '../../../shared/domain/pages/slug.ts';

const malang = { name: 'Kota Malang' };
const productId = `prd_${'a1'.repeat(13)}`;
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

describe('an address', () => {
  test('is as people write it', () => {
    expect(cityAddress(malang)).toBe('/malang');
    expect(cityAddress({ name: 'Kabupaten Malang' })).toBe('/kabupaten-malang');
    expect(cityAddress({ name: 'Kota Administrasi Jakarta Selatan' })).toBe('/jakarta-selatan');
    expect(categoryAddress(malang, 'meeting-food')).toBe('/malang/konsumsi-rapat');
    expect(districtAddress(malang, { name: 'Klojen' })).toBe('/malang/kecamatan/klojen');
    expect(shopAddress(malang, 'dapur-bu-sari')).toBe('/malang/usaha/dapur-bu-sari');
    expect(productAddress(malang, { name: 'Nasi kotak rapat', productId })).toBe(
      `/malang/barang/nasi-kotak-rapat-${productId.slice(4)}`,
    );
    expect(equityAddress(malang, '2026-10')).toBe('/malang/pemerataan/2026-10');
  });

  test('is another one for each of the 514 cities and regencies, and for each district in them', () => {
    const listOf = (name: string) =>
      readFileSync(new URL(`../../../node_modules/idn-area-data/data/${name}.csv`, import.meta.url), 'utf8')
        .trim()
        .split(/\r?\n/)
        .slice(1)
        .map((line) => line.split(','));
    const cities = listOf('regencies').map(([, , name = '']) => cityAddress({ name }));
    expect(cities).toHaveLength(514);
    expect(new Set(cities).size).toBe(514);
    const districts = listOf('districts').map(
      ([, city, name = '']) => `${city}${districtAddress(malang, { name: name.replaceAll('"', '') })}`,
    );
    expect(new Set(districts).size).toBe(districts.length);
  });

  test('is never a page of our own', () => {
    for (const name of ['Kota Api', 'Kota Assets', 'Kota Pages', 'Kota Cari', 'Akun'])
      expect(citySlug({ name })).toMatch(/^kota-/);
  });

  test('of a category leads back to it', () => {
    for (const category of Object.keys(categories) as Category[])
      expect(categoryOfSlug(categorySlug(category))).toBe(category);
    expect(categoryOfSlug('kecamatan')).toBeUndefined();
  });

  test('of a renamed product is the same file', () => {
    const before = productAddress(malang, { name: 'Nasi kotak', productId });
    const after = productAddress(malang, { name: '<script>alert(1)</script> "\u202e', productId });
    expect(fileOf(before)).toBe(fileOf(after));
  });
});

describe('a name in an address', () => {
  test.each([
    ['Nasi kotak (20 porsi)', 'nasi-kotak-20-porsi'],
    ["Ju'mat berkah", 'jumat-berkah'],
    ['Crème brûlée', 'creme-brulee'],
    ['../../etc/passwd', 'etc-passwd'],
    ['<script>alert(1)</script>', 'script-alert-1-script'],
    ['日本語', 'barang'],
    ['\u202eabc', 'abc'],
  ])('%s is %s', (name, slug) => {
    expect(slugOf(name, 'barang')).toBe(slug);
  });

  test('is short and plain, whatever was typed', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.constant('a'.repeat(10_000))), (name) => {
        const slug = slugOf(name, 'barang');
        expect(slug).toMatch(SLUG);
        expect(slug.length).toBeLessThanOrEqual(60);
      }),
    );
  });
});
