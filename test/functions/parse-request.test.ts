import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { expect, test } from 'vitest';
import { parseRequest } from '../../functions/http/parse-request.ts';
import { catalogue } from '../../shared/contract/catalogue/catalogue.ts';
import { Problem } from '../../shared/problem.ts';

const goods = { name: 'Teh', unit: 'gelas', priceRupiah: 5_000, category: 'culinary', supply: 'stock', amount: 5 };
const merchantId = `mrc_${'0'.repeat(26)}`;
const refused = (but: object): Problem => {
  const event = { headers: {}, pathParameters: { merchantId }, body: JSON.stringify({ ...goods, ...but }) };
  try {
    parseRequest(catalogue['POST /merchants/{merchantId}/products'], event as unknown as APIGatewayProxyEventV2);
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error('expected a refusal');
};

// A price is bounded as money, as a price and as a number at all.
test.each([
  [-1, 'Isi dengan angka, paling sedikit Rp1.'],
  [0, 'Paling sedikit Rp1.'],
  [1e17, 'Paling banyak Rp1.000.000.000.000.'],
])('a price of %d is told the one bound that holds, once', (priceRupiah, detail) => {
  const { flaws, message } = refused({ priceRupiah });
  expect(flaws).toEqual([{ pointer: '/priceRupiah', detail }]);
  expect(message).toBe('Ada 1 isian yang perlu diperbaiki.');
});

test('two fields out of bounds are two flaws', () => {
  const { flaws } = refused({ priceRupiah: 0, amount: -1 });
  expect(flaws.map(({ pointer }) => pointer)).toEqual(['/priceRupiah', '/amount']);
});
