import type { Article, Part } from './article.ts';
import { articles } from './articles.ts';

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const text = (plain: string): string => plain.replace(/[&<>"]/g, (letter) => escapes[letter] ?? letter);
const list = (tag: string, items: readonly string[], attributes: string): string =>
  `<${tag} ${attributes}>${items.map((item) => `<li>${item}</li>`).join('')}</${tag}>`;

const part = ({ head, text: sentences = [], steps = [] }: Part): string =>
  [
    `<section><h2>${text(head)}</h2>`,
    ...sentences.map((sentence) => `<p>${text(sentence)}</p>`),
    ...(steps.length > 0 ? [list('ol', steps.map(text), 'class="how"')] : []),
    '</section>',
  ].join('');

const back = '<a class="back-arrow" href="/bantuan/" aria-label="Kembali">‹</a>';
const top = (heading: string, before = ''): string =>
  `<header class="top"><div class="wide"><div class="bar">${before}<h1>${text(heading)}</h1></div></div></header>`;

/** The office of one's city: its number comes with a script, and without one the way there is told. */
const office =
  '<section class="sunken" id="dinas"><h2>Masih bingung?</h2><p>Hubungi dinas kota Anda, atau tanyakan di kantor kelurahan.</p></section>';

const link = ({ slug, title, lead, words }: Article): string =>
  `<a class="row" href="/bantuan/${slug}/" data-words="${text(`${title} ${words}`.toLowerCase())}"><span><b>${text(title)}</b><span class="small quiet">${text(lead)}</span></span></a>`;

export type HelpPage = {
  readonly path: string;
  readonly title: string;
  readonly description: string;
  readonly body: string;
};

const main = (inside: string): string =>
  `<main class="wide help" id="isi" tabindex="-1">${inside}</main><div id="menu"></div>`;

/** The search shows itself where a script runs: without one the whole list is short enough to read. */
const search =
  '<search id="cari" hidden><form class="search"><input class="control" type="search" name="cari" aria-label="Cari bantuan" placeholder="Cari bantuan" maxlength="60" autocomplete="off"></form></search><p class="quiet" id="tidak-ada" role="status"></p>';

const page = (article: Article): HelpPage => ({
  path: `bantuan/${article.slug}`,
  title: `${article.title} · Bantuan Pasar Rata`,
  description: article.lead,
  body: `${top(article.title, back)}${main(
    `<p>${text(article.lead)}</p>${article.parts.map(part).join('')}${office}<p class="more"><a class="link" href="/bantuan/">Semua bantuan</a></p>`,
  )}`,
});

/** Every page of help as it is served: whole, and readable without a script. */
export const helpPages = (): HelpPage[] => [
  {
    path: 'bantuan',
    title: 'Bantuan · Pasar Rata',
    description: 'Cara belanja, membayar, berjualan, dan mengurus surat di Pasar Rata, dengan kata-kata sederhana.',
    body: `${top('Bantuan')}${main(`${search}${list('ul', articles.map(link), 'class="rows" id="topik"')}${office}`)}`,
  },
  ...articles.map(page),
];
