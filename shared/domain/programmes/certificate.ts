import * as z from 'zod';
import { Instant } from '../basics/month-schema.ts';
import { Paragraph } from '../basics/text.ts';
import { Person } from '../people/caller.ts';
import { CityCode } from '../places/region.ts';
import { MerchantId } from '../register/merchant.ts';
import type { Enrolment } from './enrolment.ts';
import { type Series, SeriesId } from './series.ts';

/** Whoever came to three of four meetings and more has earned it. */
const LEAST_ATTENDED = 0.75;
export const hasEarned = (
  { state, attended }: Pick<Enrolment, 'state' | 'attended'>,
  { sessions }: Pick<Series, 'sessions'>,
): boolean => state === 'seated' && attended.length >= sessions.length * LEAST_ATTENDED;

const Revocation = z.object({ at: Instant, by: Person, reason: Paragraph(500) });
/** What a city attests of a shop's training: the signed credential, and whether it was taken back. */
export const Certificate = z
  .object({
    code: z.string(),
    seriesId: SeriesId,
    merchantId: MerchantId,
    cityCode: CityCode,
    shop: z.string(),
    title: z.string(),
    issuer: z.string().describe('The city by its name'),
    issuedAt: Instant,
    publicKey: z.string().describe('Of the key that signed it'),
    credential: z.string().describe('Open Badges 3.0 as JSON, to the letter as it was signed'),
    revoked: Revocation.nullable(),
    version: z.int(),
  })
  .meta({ id: 'Certificate' });
export type Certificate = z.infer<typeof Certificate>;

type Told = Pick<Certificate, 'code' | 'shop' | 'title' | 'issuer' | 'issuedAt'> & {
  readonly about: string;
  readonly attended: number;
  readonly sessions: number;
  readonly site: string;
  readonly did: string;
};
/**
 * A credential of the shape of Open Badges 3.0 (1EdTech), not signed yet. It names the shop and what it learned, and no
 * number of any person.
 */
export const credentialOf = ({ code, shop, title, issuer, issuedAt, about, attended, sessions, site, did }: Told) => ({
  '@context': [
    'https://www.w3.org/ns/credentials/v2',
    'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
  ] as const,
  id: `${site}/cek/sertifikat/${code}`,
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  issuer: { id: did, type: ['Profile'], name: issuer, url: site },
  validFrom: issuedAt,
  name: title,
  credentialSubject: {
    type: ['AchievementSubject'],
    identifier: [{ type: 'IdentityObject', identityHash: shop, identityType: 'name', hashed: false }],
    achievement: {
      id: `${site}/cek/sertifikat/${code}#program`,
      type: ['Achievement'],
      name: title,
      description: about,
      criteria: { narrative: `Hadir di ${attended} dari ${sessions} pertemuan; syaratnya sedikitnya tiga perempat.` },
    },
  },
  credentialStatus: { id: `${site}/api/certificates/${code}`, type: '1EdTechRevocationList' },
});

/** What of a credential stands beside it in the record. */
const Beside = z.object({
  id: z.string(),
  issuer: z.object({ name: z.string() }),
  validFrom: z.string(),
  name: z.string(),
  credentialSubject: z.object({ identifier: z.array(z.object({ identityHash: z.string() })).length(1) }),
});
/** By what others know a credential; empty where what is kept is none. */
export const credentialId = (credential: string): string => Beside.safeParse(JSON.parse(credential)).data?.id ?? '';
/** Whether the record says what was signed: pages show the one, and the signature is over the other. */
export const saysWhatIsSigned = ({ code, shop, title, issuer, issuedAt, credential }: Certificate): boolean => {
  const read = Beside.safeParse(JSON.parse(credential)).data;
  if (!read) return false;
  return (
    read.id.endsWith(`/${code}`) &&
    read.credentialSubject.identifier[0]?.identityHash === shop &&
    [read.name, read.issuer.name, read.validFrom].join('\n') === [title, issuer, issuedAt].join('\n')
  );
};
