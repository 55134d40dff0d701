import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../../shared/domain/basics/keys/canonical.ts';
import {
  fromMultibase,
  isSigned,
  multibase,
  signerOf,
  signerOfSeed,
} from '../../../shared/domain/basics/keys/signature.ts';

const bytesOf = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'));

describe('canonical JSON', () => {
  test('is that of RFC 8785: its own example, names by UTF-16, numbers as ECMAScript', () => {
    const given = {
      numbers: [333333333.3333333, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    };
    expect(canonicalJson(given)).toBe(
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    );
    expect(canonicalJson({ '\ufb33': 1, '\u{1f600}': 2, '10': 3, '9': 4, '': 5 })).toBe(
      '{"":5,"10":3,"9":4,"\u{1f600}":2,"\ufb33":1}',
    );
  });

  test('says the same of the same value in whatever order it was written', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(turned)).toBe(canonicalJson(value));
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});

describe('a signature', () => {
  test('is that of RFC 8032, test 3', () => {
    const seed = bytesOf('c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7');
    const signer = signerOfSeed(seed);
    const signature = signer.sign(bytesOf('af82'));
    expect(Buffer.from(fromMultibase(signature) ?? []).toString('hex')).toBe(
      '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
    );
    expect(signer.publicKey).toMatch(/^z6Mk/);
    expect(Buffer.from(fromMultibase(signer.publicKey) ?? []).toString('hex')).toBe(
      'ed01fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
    );
  });

  test('holds for what was signed, by whom, and nothing else', () => {
    const [ours, theirs] = [signerOf('satu rahasia yang cukup panjang!'), signerOf('dua rahasia yang cukup panjang!!')];
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 1, maxLength: 200 }),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        (bytes, at, by) => {
          const signature = ours.sign(bytes);
          expect(isSigned(bytes, signature, ours.publicKey)).toBe(true);
          expect(isSigned(bytes, signature, theirs.publicKey)).toBe(false);
          const changed = bytes.map((byte, index) => (index === at % bytes.length ? byte ^ by : byte));
          expect(isSigned(changed, signature, ours.publicKey)).toBe(false);
        },
      ),
      { numRuns: 25 },
    );
    for (const junk of ['', 'z', 'z0OIl', 'zz', `z${'1'.repeat(500)}`, ours.publicKey])
      expect(isSigned(bytesOf('00'), junk, ours.publicKey)).toBe(false);
    for (const key of ['', 'z', 'z6Mk', createHash('sha256').update('x').digest('hex')])
      expect(isSigned(bytesOf('00'), ours.sign(bytesOf('00')), key)).toBe(false);
  });

  test('is written so that it is read again', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 70 }), (bytes) => {
        if (bytes.length > 0) expect(fromMultibase(multibase(bytes))).toEqual(bytes);
      }),
    );
  });
});
