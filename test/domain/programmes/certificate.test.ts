import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../../shared/domain/basics/keys/canonical.ts';
import { fromMultibase, signerOf, signerOfSeed } from '../../../shared/domain/basics/keys/signature.ts';
import { credentialOf, hasEarned } from '../../../shared/domain/programmes/certificate.ts';
import { isIntact, type Secured, secured } from '../../../shared/domain/programmes/data-integrity.ts';

/** W3C, Data Integrity EdDSA Cryptosuites 1.0, the example of eddsa-jcs-2022. */
const context = ['https://www.w3.org/ns/credentials/v2', 'https://www.w3.org/ns/credentials/examples/v2'] as const;
const alumni = {
  '@context': context,
  id: 'urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33',
  type: ['VerifiableCredential', 'AlumniCredential'],
  name: 'Alumni Credential',
  description: 'A minimum viable example of an Alumni Credential.',
  issuer: 'https://vc.example/issuers/5678',
  validFrom: '2023-01-01T00:00:00Z',
  credentialSubject: { id: 'did:example:abcdefgh', alumniOf: 'The School of Examples' },
};
const seed = (fromMultibase('z3u2en7t5LR2WtQH5PfFqMqwVHBeXouLzo6haApm8XHqvjxq') ?? new Uint8Array()).subarray(2);

describe('a proof by eddsa-jcs-2022', () => {
  test('is that of the published example, to the letter', () => {
    const signed = secured(alumni, signerOfSeed(seed), '2023-02-24T23:36:38Z');
    const { proofValue, ...config } = signed.proof;
    const hash = (value: unknown) => createHash('sha256').update(canonicalJson(value)).digest('hex').slice(0, 8);
    expect([hash(config), hash(alumni)]).toEqual(['66ab154f', '59b7cb62']);
    expect(proofValue).toBe(
      'z2HnFSSPPBzR36zdDgK8PbEHeXbR56YF24jwMpt3R1eHXQzJDMWS93FCzpvJpwTWd3GAVFuUfjoJdcnTMuVor51aX',
    );
    expect(isIntact(signed, 'z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2')).toBe(true);
  });
});

const told = {
  code: 'K7M42-9QXAB',
  shop: 'Dapur Bu Sari',
  title: 'Foto produk',
  issuer: 'Pemerintah Kota Malang',
  issuedAt: '2026-11-20T02:00:00.000Z',
  about: 'Memotret.',
  attended: 3,
  sessions: 4,
};
describe('a certificate', () => {
  const signer = signerOf('satu rahasia yang cukup panjang!');
  test('holds as long as nothing in it is changed, added, or taken out', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.integer({ min: 0, max: 9 }), (shop, other, at) => {
        const document = credentialOf({ ...told, shop, site: 'https://pasar.example', did: 'did:key:z6Mk' });
        const signed = JSON.parse(JSON.stringify(secured(document, signer, told.issuedAt))) as Secured;
        expect(isIntact(signed, signer.publicKey)).toBe(true);
        const names = Object.keys(signed).filter((name) => name !== 'proof');
        const name = names[at % names.length] as string;
        expect(isIntact({ ...signed, [name]: `${String(signed[name])}${other}!` } as Secured, signer.publicKey)).toBe(
          false,
        );
        const { [name]: _, ...less } = signed;
        expect(isIntact(less as Secured, signer.publicKey)).toBe(false);
        expect(isIntact({ ...signed, extra: other }, signer.publicKey)).toBe(false);
        expect(isIntact({ ...signed, proof: { ...signed.proof, created: other } }, signer.publicKey)).toBe(false);
      }),
      { numRuns: 30 },
    );
  });
  test('is earned at three of four meetings, with a seat', () => {
    const came = (many: number, state: 'seated' | 'withdrawn' = 'seated') => ({
      state,
      attended: Array.from({ length: many }, (_, at) => ({ session: at + 1, at: told.issuedAt, by: 'wira' })),
    });
    const meetings = (many: number) => ({
      sessions: Array.from({ length: many }, () => ({ day: '2026-11-12', from: '09:00', to: '12:00', place: 'Balai' })),
    });
    expect([2, 3, 4].map((many) => hasEarned(came(many), meetings(4)))).toEqual([false, true, true]);
    expect([0, 1].map((many) => hasEarned(came(many), meetings(1)))).toEqual([false, true]);
    expect(hasEarned(came(4, 'withdrawn'), meetings(4))).toBe(false);
  });
});
