import * as z from 'zod';
import { Instant } from '../../domain/basics/month-schema.ts';
import { Paragraph } from '../../domain/basics/text.ts';
import { Certificate } from '../../domain/programmes/certificate.ts';
import { SeriesId } from '../../domain/programmes/series.ts';
import { Download } from '../route/download.ts';
import type { Routes } from '../route/route.ts';

const OfSeries = z.object({ seriesId: SeriesId });
const OfCertificate = z.object({ code: z.string().max(24) });
const CheckedCertificate = Certificate.omit({ merchantId: true, publicKey: true, version: true })
  .extend({
    state: z.enum(['valid', 'revoked', 'altered']).describe('The signature is checked with every look'),
    revoked: z.object({ at: Instant, reason: z.string() }).nullable(),
    revokedCredential: z
      .array(z.object({ id: z.string(), revoked: z.literal(true), revocationReason: z.string() }))
      .describe('As the status of the credential has it (1EdTechRevocationList): empty while it holds'),
  })
  .meta({ id: 'CheckedCertificate' });

/** What a city attests of a shop's training: issued, checked by anybody, taken back. */
export const certificates = {
  'POST /series/{seriesId}/certificates': {
    operation: 'issue-certificates',
    summary: 'After the last meeting: a signed certificate for everybody who came to three of four and has none',
    access: 'signed-in',
    who: ['city-admin'],
    params: OfSeries,
    response: z.object({ issued: z.int().describe('By this request') }),
    problems: ['series_not_found', 'changed_meanwhile', 'programme_not_ready'],
  },
  'GET /certificates/{code}': {
    operation: 'check-certificate',
    summary: 'What a certificate says, with its credential, and whether it holds: for everybody who was shown one',
    access: 'public',
    who: ['anybody'],
    params: OfCertificate,
    response: CheckedCertificate,
    problems: ['certificate_not_found'],
    rate: 20,
  },
  'GET /certificates/{code}/pdf': {
    operation: 'print-certificate',
    summary: 'A certificate that holds, as a page',
    access: 'public',
    who: ['anybody'],
    params: OfCertificate,
    produces: ['application/pdf'],
    response: Download,
    problems: ['certificate_not_found', 'certificate_revoked'],
    rate: 5,
  },
  'POST /certificates/{code}/revoke': {
    operation: 'revoke-certificate',
    summary: 'The city takes a certificate back, with the reason everybody reads',
    access: 'signed-in',
    who: ['city-admin'],
    params: OfCertificate,
    body: z.strictObject({ reason: Paragraph(500) }).meta({ id: 'CertificateRevocation' }),
    response: CheckedCertificate,
    problems: ['certificate_not_found', 'changed_meanwhile'],
  },
} as const satisfies Routes;
