import type { OpenDiscovery } from '../../shared/contract/complaints/open311.ts';
import type { Download } from '../../shared/contract/route/download.ts';

export type Format = 'json' | 'xml';
const ENDING = /^(.*)\.(json|xml)$/s;
/** What a last part of an address names, and as what it is wanted: JSON where it does not say. */
export const namedIn = (part: string): { readonly name: string; readonly format: Format } => {
  const [, name, format] = ENDING.exec(part) ?? [];
  return name === undefined ? { name: part, format: 'json' } : { name, format: format as Format };
};

type Value = string | number | boolean | null | readonly unknown[];
type Fields = Readonly<Record<string, Value>>;
const marks: Readonly<Record<string, string>> = {
  '<': '&lt;',
  '>': '&gt;',
  '&': '&amp;',
  '"': '&quot;',
  "'": '&apos;',
};
const escaped = (value: Exclude<Value, null>): string => String(value).replace(/[<>&"']/g, (mark) => marks[mark] ?? '');
const element = ([name, value]: readonly [string, Value]): string =>
  value === null || Array.isArray(value) ? `<${name}/>` : `<${name}>${escaped(value)}</${name}>`;
const within = (name: string, fields: Fields): string =>
  `<${name}>${Object.entries(fields).map(element).join('')}</${name}>`;
const XML = '<?xml version="1.0" encoding="utf-8"?>\n';

const written = (type: string, name: string, text: string): Download => ({
  name,
  type: `${type}; charset=utf-8`,
  bytes: new TextEncoder().encode(text),
});

/** A list as GeoReport v2 writes it: an array, or elements of one name in one root. */
export const listDocument = (
  format: Format,
  [root, one]: readonly [root: string, one: string],
  items: readonly Fields[],
): Download =>
  format === 'json'
    ? written('application/json', `${root}.json`, JSON.stringify(items))
    : written('text/xml', `${root}.xml`, `${XML}<${root}>${items.map((item) => within(one, item)).join('')}</${root}>`);

/** One thing by itself. */
export const oneDocument = (format: Format, root: string, fields: Fields): Download =>
  format === 'json'
    ? written('application/json', `${root}.json`, JSON.stringify(fields))
    : written('text/xml', `${root}.xml`, XML + within(root, fields));

/** A file of Service Discovery: the one document of the standard with lists inside lists. */
export const discoveryDocument = (format: Format, { endpoints, ...about }: OpenDiscovery): Download => {
  if (format === 'json') return written('application/json', 'discovery.json', JSON.stringify({ ...about, endpoints }));
  const of = ({ formats, ...endpoint }: OpenDiscovery['endpoints'][number]) => {
    const spoken = formats.map((one) => element(['format', one])).join('');
    return `<endpoint>${Object.entries(endpoint).map(element).join('')}<formats>${spoken}</formats></endpoint>`;
  };
  const all = `<endpoints>${endpoints.map(of).join('')}</endpoints>`;
  const root = `<discovery>${Object.entries(about).map(element).join('')}${all}</discovery>`;
  return written('text/xml', 'discovery.xml', XML + root);
};
