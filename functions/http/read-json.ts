import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { Problem } from '../../shared/problem.ts';
import { BODY_BYTES, requireUnpacked } from './read-body.ts';

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
