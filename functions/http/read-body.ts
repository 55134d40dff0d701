import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Route } from '../../shared/contract/route/route.ts';
import { PHOTO_BYTES } from '../../shared/domain/photos/sizes.ts';
import { Problem } from '../../shared/problem.ts';

/**
 * Other limits are the contract's; this one keeps a hostile body from being read at all. A regency of 852 villages, as
 * `found-city` prints it to be read and sent, has 77 KB.
 */
export const BODY_BYTES = 128 * 1024;

const mediaTypeOf = (event: APIGatewayProxyEventV2): string | undefined =>
  event.headers['content-type']?.split(';')[0]?.trim().toLowerCase();

/** Bodies come as they are: packed ones would be unpacked to any size, and were taken for broken text. */
const requireUnpacked = ({ headers }: APIGatewayProxyEventV2): void => {
  if ((headers['content-encoding'] ?? 'identity').trim().toLowerCase() !== 'identity')
    throw new Problem('unsupported_media_type', 'Kirim isi apa adanya, tanpa gzip atau kemasan lain.');
};

/** JSON is UTF-8 (RFC 8259); another charset would be stored as other letters. */
const requireJson = ({ headers }: APIGatewayProxyEventV2): void => {
  const [type = '', ...parameters] = (headers['content-type'] ?? 'application/json').toLowerCase().split(';');
  const charset = parameters.map((one) => one.trim()).find((one) => one.startsWith('charset='));
  if (type.trim() !== 'application/json')
    throw new Problem('unsupported_media_type', 'Kirim isi sebagai application/json.');
  if (charset !== undefined && !/^charset="?utf-?8"?$/.test(charset))
    throw new Problem('unsupported_media_type', 'Kirim isi dalam UTF-8.');
};

const brokenText = () => new Problem('malformed_json', 'Isi permintaan memuat huruf yang rusak. Kirim dalam UTF-8.');

/** Half a letter, written as an escape: DynamoDB would store a replacement for it. */
const isWellFormed = (value: unknown): boolean => {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes(REPLACEMENT);
  if (Array.isArray(value)) return value.every(isWellFormed);
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every((entry) => entry.every(isWellFormed));
};

/** What a reader puts where bytes are no letter. Whoever sends it sent something that was not UTF-8. */
const REPLACEMENT = '\u{fffd}';

/** A byte order mark says nothing in UTF-8; some editors and spreadsheets write it, and RFC 8259 (8.1) lets readers pass over it. */
const unmarked = (text: string): string => (text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text);
const BYTE_ORDER_MARK = '\u{feff}';

/** The body as JSON. None is an empty object, so that what is missing is told by name. */
export const readJson = (event: APIGatewayProxyEventV2): unknown => {
  const { body = '', isBase64Encoded } = event;
  if (body.length > BODY_BYTES)
    throw new Problem('body_too_large', `Isi permintaan lebih dari ${BODY_BYTES / 1024} KB. Kirim lebih sedikit.`);
  if (body === '') return {};
  requireUnpacked(event);
  requireJson(event);
  const text = unmarked(isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body);
  if (text === '') return {};
  if (text.includes(REPLACEMENT)) throw brokenText();
  const value = parsed(text);
  // Escapes are rare; without one the text itself is well formed.
  if (text.includes('\\u') && !isWellFormed(value)) throw brokenText();
  return value;
};

/** A number below nothing: few bodies have one. */
const NEGATIVE = /[:[,\s]-\d/;
/** `-0` is written back as another number than it was sent, and is none that anybody counts. */
const unsigned = (_: string, value: unknown): unknown => (value === 0 ? 0 : value);

const parsed = (text: string): unknown => {
  try {
    return NEGATIVE.test(text) ? JSON.parse(text, unsigned) : JSON.parse(text);
  } catch {
    throw new Problem('malformed_json', 'Isi permintaan bukan JSON yang utuh.');
  }
};

const mediaNames = (types: readonly string[]): string => {
  if (types.includes('application/json')) return 'isi sebagai application/json';
  if (types.includes('application/pdf')) return 'berkas PDF, JPEG, atau PNG';
  return types.includes('text/csv') ? 'berkas XLSX atau CSV' : 'foto sebagai JPEG, PNG, atau WebP';
};

const KB = 1024;
const sizeWords = (bytes: number): string =>
  bytes < KB * KB ? `${Math.floor(bytes / KB)} kB` : `${Math.floor(bytes / KB / KB)} MB`;

/** The bytes of an upload; routes that take none are given none. */
export const readBytes = (route: Route, event: APIGatewayProxyEventV2): Uint8Array => {
  if (!route.binary) return new Uint8Array();
  const { body = '', isBase64Encoded } = event;
  const most = route.mostBytes ?? PHOTO_BYTES;
  if (body.length > (most * 4) / 3 + 4)
    throw new Problem('body_too_large', `Isinya lebih dari ${sizeWords(most)}. Perkecil atau bagi dulu.`);
  requireUnpacked(event);
  if (!route.binary.includes(mediaTypeOf(event) ?? ''))
    throw new Problem('unsupported_media_type', `Kirim ${mediaNames(route.binary)}.`);
  // API Gateway packs bytes, and hands text on as text.
  const letters = /^(application\/json|text\/.*)$/.test(mediaTypeOf(event) ?? '') ? 'utf8' : 'latin1';
  return Buffer.from(body, isBase64Encoded ? 'base64' : letters);
};
