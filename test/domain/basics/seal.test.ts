import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sealer } from '../../../shared/domain/basics/keys/seal.ts';

const ours = sealer('a secret', 'identity/35.73');
const wellFormed = fc.string({ unit: 'grapheme', maxLength: 60 });

describe('sealed text', () => {
  test('opens where it was bound to, whatever it says', () => {
    fc.assert(
      fc.property(
        wellFormed,
        fc.string({ maxLength: 20 }),
        (text, bound) => ours.open(ours.seal(text, bound), bound) === text,
      ),
    );
  });

  test('opens nowhere else', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), fc.string({ maxLength: 20 }), (bound, elsewhere) => {
        fc.pre(Buffer.from(bound).compare(Buffer.from(elsewhere)) !== 0);
        expect(ours.open(ours.seal('3573024508800001', bound), elsewhere)).toBeUndefined();
      }),
    );
  });

  test('opens neither for another tenant, another purpose nor another secret', () => {
    const sealed = ours.seal('3573024508800001', 'mrc_1');
    for (const other of [
      sealer('a secret', 'identity/35.78'),
      sealer('a secret', 'cursor'),
      sealer('another', 'identity/35.73'),
    ])
      expect(other.open(sealed, 'mrc_1')).toBeUndefined();
  });

  test('does not open with one bit changed, anywhere', () => {
    const bytes = Buffer.from(ours.seal('3573024508800001', 'mrc_1'), 'base64url');
    for (let at = 0; at < bytes.length; at++)
      for (const bit of [1, 128]) {
        const altered = Buffer.from(bytes);
        altered[at] = (altered[at] ?? 0) ^ bit;
        expect(ours.open(altered.toString('base64url'), 'mrc_1')).toBeUndefined();
      }
  });

  test('does not open cut short, lengthened or made up', () => {
    const sealed = ours.seal('3573024508800001', 'mrc_1');
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: sealed.length - 2 }),
        fc.string({ minLength: 2, maxLength: 80 }),
        (length, text) => {
          expect(ours.open(sealed.slice(0, length), 'mrc_1')).toBeUndefined();
          expect(ours.open(`${sealed}AAAA`, 'mrc_1')).toBeUndefined();
          expect(ours.open(text, 'mrc_1')).toBeUndefined();
        },
      ),
    );
  });

  test('looks different every time and shows none of its text', () => {
    const [a, b] = [ours.seal('3573024508800001', 'x'), ours.seal('3573024508800001', 'x')];
    expect(a).not.toBe(b);
    expect(Buffer.from(a, 'base64url').toString('latin1')).not.toContain('357302');
  });
});

describe('a keyed hash', () => {
  test('is equal for equal texts of one tenant, and tells nothing across tenants', () => {
    expect(ours.keyed('3573024508800001')).toBe(sealer('a secret', 'identity/35.73').keyed('3573024508800001'));
    expect(ours.keyed('3573024508800001')).not.toBe(sealer('a secret', 'identity/35.78').keyed('3573024508800001'));
    expect(ours.keyed('3573024508800001')).not.toBe(ours.keyed('3573024508800002'));
  });
});
