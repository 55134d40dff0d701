import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { whatsApp } from '../../shared/domain/basics/wording.ts';
import { headOf } from '../../web/storefront/public/head.ts';
import type { PublicPage } from '../../web/storefront/public/page.ts';
import { PublicView } from '../../web/storefront/public/public-view.tsx';

/** What pages are made of: the built shell with its hashed names, and the address under which people know the market. */
export type Shell = { readonly html: string; readonly origin: string };

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (letter) => escapes[letter] ?? letter);

/** Inside a script element nothing is escaped but by JSON itself: no name can end it, or begin a comment in it. */
const asData = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

const meta = (name: string, content: string, as: 'name' | 'property' = 'name'): string =>
  `<meta ${as}="${name}" content="${escaped(content)}">`;

/** A share card is as large as chats show one (ogp.me), and shown whole. */
const cardMeta = [
  meta('og:image:width', '1200', 'property'),
  meta('og:image:height', '630', 'property'),
  meta('twitter:card', 'summary_large_image'),
];

const about = (page: PublicPage, origin: string): string => {
  const { title, description, canonical, image, card = false, facts = [], hidden = false } = headOf(page, origin);
  return [
    `<title>${escaped(title)}</title>`,
    meta('description', description),
    ...(hidden ? [meta('robots', 'noindex')] : []),
    `<link rel="canonical" href="${escaped(origin + canonical)}">`,
    ...(page.kind === 'moved' ? [`<meta http-equiv="refresh" content="0;url=${escaped(canonical)}">`] : []),
    meta('og:title', title, 'property'),
    meta('og:description', description, 'property'),
    meta('og:url', origin + canonical, 'property'),
    meta('og:locale', 'id_ID', 'property'),
    meta('og:type', page.kind === 'product' ? 'product' : 'website', 'property'),
    ...(image ? [meta('og:image', origin + image, 'property')] : []),
    ...(card && image ? cardMeta : []),
    ...facts.map(
      (fact) => `<script type="application/ld+json">${asData({ '@context': 'https://schema.org', ...fact })}</script>`,
    ),
  ].join('\n');
};

const bodyOf = (page: PublicPage): string => {
  if (!('city' in page)) return '<body>';
  const { cityCode, accent } = page.city;
  return `<body data-city="${escaped(cityCode)}"${accent ? ` data-accent="${escaped(accent)}"` : ''}>`;
};

/** The office of the city, in the foot of all its pages; a page of no city, or of one that names no number, has none. */
const officeOf = (page: PublicPage): string => {
  if (!('city' in page) || !page.city.helpPhone) return '';
  const { name, helpPhone } = page.city;
  const address = whatsApp(`Halo, saya mau bertanya tentang belanja di ${name}.`, helpPhone);
  return `<a href="${escaped(address)}" rel="noopener">Bantuan lewat WhatsApp dinas</a>`;
};

/** A page as it lies in the bucket: whole, readable without a script, everything a person typed escaped. */
export const htmlOf = (page: PublicPage, { html, origin }: Shell): string => {
  const parts: Readonly<Record<string, string>> = {
    '<!--about-->': about(page, origin),
    '<body><!--body-->': bodyOf(page),
    '<!--page-->': renderToString(h(PublicView, { page, origin })),
    '<!--office-->': officeOf(page),
  };
  // One pass over the shell: what stands in a part is never looked at again.
  return html.replace(/<!--about-->|<body><!--body-->|<!--page-->|<!--office-->/g, (mark) => parts[mark] ?? '');
};
