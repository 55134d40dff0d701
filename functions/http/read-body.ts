import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { Problem } from '../../shared/problem.ts';

/**
 * Other limits are the contract's; this one keeps a hostile body from being read at all. A regency of 852 villages, as
 * `found-city` prints it to be read and sent, has 77 KB.
 */
export const BODY_BYTES = 128 * 1024;

export const mediaTypeOf = (event: APIGatewayProxyEventV2): string | undefined =>
  event.headers['content-type']?.split(';')[0]?.trim().toLowerCase();

/** Bodies come as they are: packed ones would be unpacked to any size, and were taken for broken text. */
export const requireUnpacked = ({ headers }: APIGatewayProxyEventV2): void => {
  if ((headers['content-encoding'] ?? 'identity').trim().toLowerCase() !== 'identity')
    throw new Problem('unsupported_media_type', 'Kirim isi apa adanya, tanpa gzip atau kemasan lain.');
};
