import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { htmlOf } from '../../../functions/pages/html.ts';
import { startingPolicies } from '../../../shared/domain/places/policies.ts';
import { headOf } from '../../../web/storefront/public/head.ts';
import type { PublicPage, ShownList } from '../../../web/storefront/public/page.ts';
import { centreOf } from '../../domain/centres/examples.ts';

const origin = 'https://pasar.example';
const shell = {
  origin,
  html: '<!doctype html><html lang="id"><head><!--about--></head><body><!--body--><!--page--></body></html>',
};
const id = (prefix: string) => `${prefix}_${'0'.repeat(26)}`;

/** Every kind of page that shows what people typed, each typed text the same one. */
const pagesSaying = (text: string): PublicPage[] => {
  const district = { code: '35.73.01', name: text };
  const city = {
    cityCode: '35.73',
    name: text,
    provinceCode: '35',
    provinceName: text,
    zone: 'Asia/Jakarta' as const,
    accent: null,
    shards: 1 as const,
    policies: startingPolicies,
    districts: [district],
    version: 1,
    foundedAt: '2026-01-01T00:00:00.000Z',
  };
  const product = {
    productId: id('prd'),
    merchantId: id('mrc'),
    merchantName: text,
    cityCode: '35.73',
    district: '35.73.01',
    name: text,
    description: text,
    unit: 'kotak',
    priceRupiah: 18_000,
    category: 'meeting-food' as const,
    leadDays: 1,
    closedDays: [7],
    deliversTo: [],
    minQuantity: 10,
    supply: 'stock' as const,
    perDay: null,
    active: true,
    listed: true,
    createdAt: city.foundedAt,
    version: 1,
    available: true,
    photo: '/photos/a.jpg',
  };
  const shop = {
    merchantId: id('mrc'),
    name: text,
    district: '35.73.01',
    category: 'meeting-food' as const,
    description: text,
    pausedUntil: null,
    phone: '+6281234567890',
    address: '/malang/usaha/x',
    cashOnDelivery: true,
    delivery: [text],
  };
  const list: ShownList = { decisionId: id('dec'), sentence: text, from: 0, items: [product], next: null };
  const review = {
    reviewId: id('rev'),
    merchantId: id('mrc'),
    stars: 5,
    author: text,
    goods: text,
    words: text,
    edited: false,
    writtenAt: city.foundedAt,
    reply: { words: text, at: city.foundedAt },
    official: false,
  };
  const reviews = { items: [review], next: null, average: null, count: 1 } as unknown as Extract<
    PublicPage,
    { kind: 'shop' }
  >['reviews'];
  const cities = [{ ...city, shops: 3 }];
  const address = '/malang/cerita/x-00000000000000000000000001';
  const makers = [{ name: text, district: '35.73.01', address, beginning: text, photo: null }];
  const story = {
    address,
    card: '/malang/cerita/x-kartu.jpg',
    text,
    photos: ['/malang/cerita/x-1.jpg'],
    day: '2026-11-12',
    byName: text,
  };
  return [
    { kind: 'cities', cities },
    { kind: 'missing', cities },
    {
      kind: 'home',
      city,
      shops: 3,
      list,
      staples: list,
      month: '2026-10',
      centres: [{ name: text, address: '/malang/sentra/x' }],
      makers,
    },
    {
      kind: 'centre',
      city,
      centre: centreOf({ name: text, description: text, address: text, rules: [text] }),
      days: [],
      sold: {
        month: '2026-10',
        owners: 20,
        categories: [{ category: 'batik', owners: 10 }],
      },
    },
    { kind: 'category', city, category: 'meeting-food', part: 1, list },
    { kind: 'seldom', city, list },
    {
      kind: 'district',
      city,
      district,
      list,
      makers,
      shops: [{ merchantId: id('mrc'), name: text, address: shop.address }],
    },
    { kind: 'shop', city, shop, goods: [product], reviews, story },
    { kind: 'reviews', city, shop, part: 2, reviews },
    { kind: 'story', city, shop, goods: [product], story },
    { kind: 'product', city, shop, product, others: [{ ...product, productId: id('prd').replace('0', '1') }], reviews },
    { kind: 'gone', city, what: 'product', category: 'batik' },
    { kind: 'moved', city, name: text, to: shop.address },
    { kind: 'method', city },
  ];
};

const TAG = /<!--[\s\S]*?-->|<(\/?[a-zA-Z!][^\s/>]*)((?:\s+[^\s=/>]+(?:="[^"]*")?)*)\s*\/?>|</g;
/** Tags and the names of their attributes, read as a browser does: whatever a text adds to them has broken out of it. */
const skeletonOf = (html: string): string[] =>
  [...html.replace(/(<script[^>]*>)[\s\S]*?(<\/script>)/g, '$1$2').matchAll(TAG)].map(
    ([whole, tag, attributes = '']) =>
      tag === undefined
        ? whole
        : `${tag} ${[...attributes.matchAll(/([^\s=]+)(?:="[^"]*")?/g)].map(([, name]) => name)}`,
  );
const unescaped = (text: string): string =>
  text.replace(
    /&(amp|lt|gt|quot|#39);/g,
    (mark) => ({ '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' })[mark] ?? "'",
  );

const nasty = [
  '</script><script>window.bocor=1</script>',
  '<!--<script>',
  ']]></title></textarea><img src=x onerror=alert(1)>',
  '" onmouseover="alert(1)" x="',
  "' autofocus onfocus='alert(1)",
  '{{7*7}}<%= 7*7 %>$&$1$`$$',
  '\u202eterbalik\u2066\u200f مطعم دمشق',
  'a'.repeat(300),
  'nasi '.repeat(2_000),
  '\ud800 tunggal \udc00',
  '\u0000\u0007\u2028\u2029',
  '&amp;lt;b&gt;&#39;',
  'javascript:alert(1)',
];
const typed = fc.oneof(
  fc.constantFrom(...nasty),
  fc.tuple(fc.constantFrom(...nasty), fc.string({ unit: 'binary', maxLength: 40 })).map((parts) => parts.join('')),
  fc.string({
    unit: fc.constantFrom('<', '>', '"', "'", '&', '/', '=', '-', '!', 'script', ' ', '`', '$', '\\'),
    minLength: 1,
    maxLength: 30,
  }),
);

describe('a page that shows what somebody typed', () => {
  const plain = pagesSaying('Nasi kotak').map((page) => skeletonOf(htmlOf(page, shell)));

  test('has the same elements and attributes, whatever it was', () => {
    fc.assert(
      fc.property(typed, (text) => {
        for (const [at, page] of pagesSaying(text).entries())
          expect([page.kind, skeletonOf(htmlOf(page, shell))]).toEqual([page.kind, plain[at]]);
      }),
      { numRuns: 40 },
    );
  });

  test('says it letter by letter to machines, in its title, and in what is sent on', () => {
    const kept = (text: string) => text.replace(/[\ud800-\udfff]/gu, '\ufffd');
    fc.assert(
      fc.property(typed, (text) => {
        for (const page of pagesSaying(text)) {
          const html = htmlOf(page, shell);
          const { title, facts = [] } = headOf(page, origin);
          expect(unescaped(/<title>([^<]*)<\/title>/.exec(html)?.[1] ?? '')).toBe(title);
          const machine = [...html.matchAll(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/g)];
          expect(machine.map(([, json = '']) => JSON.parse(json))).toEqual(
            facts.map((fact) => JSON.parse(JSON.stringify({ '@context': 'https://schema.org', ...fact }))),
          );
          if (page.kind !== 'product') continue;
          for (const [, link = ''] of html.matchAll(/href="(https:\/\/wa\.me\/[^"]*)"/g))
            expect(new URL(unescaped(link)).searchParams.get('text')).toContain(kept(text));
        }
      }),
      { numRuns: 40 },
    );
  });

  test('leads nowhere but to our pages and to WhatsApp', () => {
    for (const text of nasty)
      for (const page of pagesSaying(text))
        for (const [, link = ''] of htmlOf(page, shell).matchAll(/\shref="([^"]*)"/g))
          expect(unescaped(link)).toMatch(/^(\/(?!\/)|#|https:\/\/pasar\.example|https:\/\/wa\.me\/)/);
  });
});
