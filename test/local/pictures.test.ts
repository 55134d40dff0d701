import { describe, expect, test } from 'vitest';
import { pictureOf } from '../../infra/local/demo/pictures/pictures.ts';
import { demoCities } from '../../infra/local/demo/places.ts';
import { goodsOf } from '../../infra/local/demo/shops/goods.ts';
import type { Category } from '../../shared/domain/basics/category.ts';
import { categories } from '../../shared/domain/basics/category-labels.ts';

const names = [
  ...new Set(
    demoCities.flatMap((city) =>
      Object.keys(categories).flatMap((category) => goodsOf(city, category as Category).map(([name]) => name)),
    ),
  ),
];
const shops = ['mlg-01', 'mlg-02', 'sby-17', 'bdl-05'];
const all = names.flatMap((name) => shops.map((shop) => [name, shop, pictureOf(name, shop)] as const));

/** What is wrong with the tags of a text that should be XML: elements that cross, attributes without quotes or twice. */
const flawsOf = (xml: string): string[] => {
  const flaws: string[] = [];
  const open: string[] = [];
  let rest = 0;
  for (const { 0: tag, index, groups } of xml.matchAll(
    /<(?<end>\/?)(?<name>[a-zA-Z]+)(?<marks>(?: [a-zA-Z-]+="[^"<&]*")*)(?<empty>\/?)>/g,
  )) {
    if (/[<>&]/.test(xml.slice(rest, index))) flaws.push(`no tag: ${xml.slice(rest, index)}`);
    rest = index + tag.length;
    const { end, name = '', marks = '', empty } = groups ?? {};
    const keys = [...marks.matchAll(/ ([a-zA-Z-]+)=/g)].map(([, key]) => key);
    if (new Set(keys).size < keys.length) flaws.push(`twice: ${tag}`);
    if (end) {
      if (open.pop() !== name) flaws.push(`crossed: ${tag}`);
    } else if (!empty) open.push(name);
    if (open.length === 0 && rest < xml.length) flaws.push(`after the root: ${xml.slice(rest)}`);
  }
  if (rest !== xml.length || open.length > 0) flaws.push(`left open: ${open} ${xml.slice(rest)}`);
  return flaws;
};

describe('a picture of the demo', () => {
  test('is there for every good of every city', () => {
    expect(names.length).toBeGreaterThan(120);
    expect(() => pictureOf('Kereta api', 'mlg-01')).toThrow('Kereta api');
  });

  test('says that it is drawn, and of what', () => {
    expect(pictureOf('Nasi kotak rapat', 'mlg-01')).toContain('<title>Gambar: nasi kotak rapat</title>');
    for (const [, , svg] of all) expect(svg).toMatch(/<title>Gambar: [^<]+<\/title>/);
  });

  test('is the same for the same shop, and another for another shop and another good', () => {
    for (const [name, shop, svg] of all) expect(pictureOf(name, shop)).toBe(svg);
    expect(new Set(all.map(([, , svg]) => svg.replace(/<title>.*<\/title>/, ''))).size).toBe(all.length);
  });

  test('is well-formed and draws with nothing but numbers', () => {
    for (const [name, shop, svg] of all) {
      expect(flawsOf(svg), `${name} ${shop}`).toEqual([]);
      expect(svg.replace(/#[0-9a-f]+/g, ''), `${name} ${shop}`).not.toMatch(
        /NaN|undefined|null|Infinity|\de[+-]?\d|\.\d{4}/,
      );
    }
    expect(flawsOf('<g><a></g></a>')).not.toEqual([]);
    expect(flawsOf('<g/><g/>')).not.toEqual([]);
    expect(flawsOf('<g a="1" a="2"/>')).not.toEqual([]);
    expect(flawsOf('<g>1 < 2</g>')).not.toEqual([]);
    expect(flawsOf('<g a=1/>')).not.toEqual([]);
  });

  test('uses only what it defines, once, and nothing from outside: no font, no script, no address', () => {
    for (const [name, shop, svg] of all) {
      const ids = [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
      const used = [...svg.matchAll(/(?:url\(#|href="#)([^)"]+)/g)].map(([, id]) => id);
      expect(ids.length, `${name} ${shop}`).toBe(new Set(ids).size);
      expect(
        used.filter((id) => !ids.includes(id)),
        `${name} ${shop}`,
      ).toEqual([]);
      expect(svg.replace('http://www.w3.org/2000/svg', ''), `${name} ${shop}`).not.toMatch(
        /<(?:text|image|script|style|foreignObject)|https?:|data:| on\w+=/,
      );
    }
  });

  test('is a square of 640 in 1 to 12 kB', () => {
    for (const [name, shop, svg] of all) {
      expect(svg).toContain('width="640" height="640" viewBox="0 0 200 200"');
      expect(Buffer.byteLength(svg), `${name} ${shop}`).toBeGreaterThan(1_000);
      expect(Buffer.byteLength(svg), `${name} ${shop}`).toBeLessThan(12_000);
    }
  });
});
