import { expect, test } from 'vitest';
import { drawn, written } from '../../scripts/docs/order-states.ts';

test('the picture of an order’s life is in step with its table (npm run docs)', () => {
  expect(written()).toBe(drawn());
});
