import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { Problem } from '../../shared/problem.ts';
import { type Throttle, waitFor } from '../rates.ts';
import { networkOf } from './address.ts';
import { claimsOf } from './caller.ts';

/**
 * Refuses who asks faster than a person or a page does. Counted in this process alone: it costs no call, and what several
 * containers let through together is bounded by the stage's own rates.
 */
export const requireRate = (event: APIGatewayProxyEventV2, throttle: Throttle | undefined, now: number): void => {
  if (!throttle) return;
  const sub = claimsOf(event)?.['sub'];
  const signedIn = typeof sub === 'string';
  const rate = signedIn ? throttle.person : throttle.address;
  if (!rate) return;
  const key = signedIn ? `person ${sub}` : `address ${networkOf(event.requestContext.http.sourceIp)}`;
  const seconds = waitFor(throttle.buckets, key, rate, now);
  if (seconds > 0)
    throw new Problem('too_many_requests', `Permintaan terlalu cepat. Coba lagi ${seconds} detik lagi.`, [], seconds);
};
