import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Route } from '../../shared/contract/route.ts';
import { PHOTO_BYTES } from '../../shared/domain/photos/sizes.ts';
import { Problem } from '../../shared/problem.ts';

/** Other limits are the contract's; this one keeps a hostile body from being read at all. */
export const BODY_BYTES = 64 * 1024;

const mediaTypeOf = (event: APIGatewayProxyEventV2): string | undefined =>
  event.headers['content-type']?.split(';')[0]?.trim().toLowerCase();

/** The body as JSON. None is an empty object, so that what is missing is told by name. */
export const readJson = (event: APIGatewayProxyEventV2): unknown => {
  const { body = '', isBase64Encoded } = event;
  if (body.length > BODY_BYTES)
    throw new Problem('body_too_large', `Isi permintaan lebih dari ${BODY_BYTES / 1024} KB. Kirim lebih sedikit.`);
  if (body === '') return {};
  if ((mediaTypeOf(event) ?? 'application/json') !== 'application/json')
    throw new Problem('unsupported_media_type', 'Kirim isi sebagai application/json.');
  try {
    return JSON.parse(isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body);
  } catch {
    throw new Problem('malformed_json', 'Isi permintaan bukan JSON yang utuh.');
  }
};

const mediaNames = (types: readonly string[]): string =>
  types.includes('application/json') ? 'isi sebagai application/json' : 'foto sebagai JPEG, PNG, atau WebP';

/** The bytes of an upload; routes that take none are given none. */
export const readBytes = (route: Route, event: APIGatewayProxyEventV2): Uint8Array => {
  if (!route.binary) return new Uint8Array();
  const { body = '', isBase64Encoded } = event;
  if (body.length > (PHOTO_BYTES * 4) / 3 + 4)
    throw new Problem('body_too_large', `Foto lebih dari ${PHOTO_BYTES / 1024 / 1024} MB. Perkecil dulu.`);
  if (!route.binary.includes(mediaTypeOf(event) ?? ''))
    throw new Problem('unsupported_media_type', `Kirim ${mediaNames(route.binary)}.`);
  // API Gateway packs bytes, and hands text on as text.
  const letters = mediaTypeOf(event) === 'application/json' ? 'utf8' : 'latin1';
  return Buffer.from(body, isBase64Encoded ? 'base64' : letters);
};
