import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Route } from '../../shared/contract/route/route.ts';
import { PHOTO_BYTES } from '../../shared/domain/photos/sizes.ts';
import { Problem } from '../../shared/problem.ts';
import { mediaTypeOf, requireUnpacked } from './read-body.ts';

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
