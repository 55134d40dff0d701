import type { ServerResponse } from 'node:http';
import { monthOf } from '../../../shared/domain/basics/month.ts';
import { monthName } from '../../../shared/domain/basics/wording.ts';
import { securityHeaders } from '../origin/pages.ts';
import { page, pageHeaders, style } from '../sign-in/issuer-pages.ts';

/** How far the market is, for anyone who waits; a 404 there means that it is whole. */
const PROGRESS = '/persiapan.json';
const SCRIPT = '/persiapan.js';
const STYLE = '/persiapan.css';

const sentenceOf = (livedUntil: string | undefined): string =>
  livedUntil === undefined
    ? 'Pasar contoh sedang disiapkan …'
    : `Pasar contoh sedang disiapkan … bulan ${monthName(monthOf(livedUntil, 'Asia/Jakarta'))}`;

/** Tells at the foot of a page how far the market is, and loads the page again when it is whole. */
const script = `const bar = document.createElement('p');
bar.setAttribute('role', 'status');
Object.assign(bar.style, {
  position: 'fixed', left: 0, right: 0, bottom: 0, zIndex: 9, margin: 0, padding: '12px 16px',
  background: '#1f3b73', color: '#fff', textAlign: 'center',
});
document.body.append(bar);
const look = async () => {
  try {
    const answer = await fetch('${PROGRESS}', { cache: 'no-store' });
    if (answer.status === 404) return location.reload();
    const { sentence } = await answer.json();
    if (bar.textContent !== sentence) bar.textContent = sentence;
  } catch {}
  setTimeout(look, 1000);
};
look();
`;

/** What a page of the site carries in its head while the market grows. */
export const withBanner = (html: string): string =>
  html.replace('</head>', `<script src="${SCRIPT}" defer></script>\n</head>`);

/** Before there are goods or pages: a page that asks again by itself, without a script. */
const waitingPage = (sentence: string): string =>
  page('Sebentar lagi buka', `<p class="note" role="status">${sentence}</p>`)
    .replace('/masuk/gaya.css', STYLE)
    .replace('</head>', '<meta http-equiv="refresh" content="1">\n</head>');

const send = (response: ServerResponse, type: string, body: string): void => {
  response.writeHead(200, {
    ...securityHeaders("default-src 'none'"),
    'content-type': `${type}; charset=utf-8`,
    'cache-control': 'no-store',
  });
  response.end(body);
};

/** Answers the addresses of the progress itself; false for every other one. */
export const sendProgress = (response: ServerResponse, path: string, livedUntil: string | undefined): boolean => {
  if (path === PROGRESS) send(response, 'application/json', JSON.stringify({ sentence: sentenceOf(livedUntil) }));
  else if (path === SCRIPT) send(response, 'text/javascript', script);
  else if (path === STYLE) send(response, 'text/css', style);
  else return false;
  return true;
};

export const sendWaiting = (response: ServerResponse): void => {
  response.writeHead(503, { ...pageHeaders, 'retry-after': '1' });
  response.end(waitingPage(sentenceOf(undefined)));
};
