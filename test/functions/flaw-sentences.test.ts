import { expect, test } from 'vitest';
import * as z from 'zod';
import { flawSentence } from '../../functions/http/flaw-sentences.ts';
import { typedNumber } from '../../shared/domain/basics/typed/typed-number.ts';

const told = (value: unknown): string | undefined =>
  z.int().min(0).max(100).safeParse(value, { error: flawSentence }).error?.issues[0]?.message;

test.each(['abc', '40-50', '-5'])('%s, typed where a number belongs, is asked for as a number', (typed) => {
  expect(told(typedNumber(typed))).toBe('Isi dengan angka, paling sedikit 0.');
});

test('a number that is too large is told what it may be', () => {
  expect(told(typedNumber('250'))).toBe('Paling banyak 100.');
});
