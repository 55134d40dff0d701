import { expect, test } from 'vitest';
import { announceRule } from '../../infra/local/demo/announce-rule.ts';
import { newestStandard, standardPolicy } from '../../shared/domain/ranking/policy/policy.ts';
import { policyNumbers } from '../../shared/domain/ranking/policy/policy-change.ts';
import { CITY, stallsOf } from '../api/ranking/stalls.ts';

test('a city of the demo that is older than the newest standard goes over to it from the next month, once', async () => {
  const { town, world } = await stallsOf([18_000, 18_000, 18_000]);
  await town.seats(`city:${CITY}`, 'admin-malang', 'city-admin');
  const announces = () =>
    announceRule((key, person, asked) => town.as(person)(key as never, asked as never) as never, world.now());
  await announces();
  await announces();
  const { inForce, planned } = await town.as('admin-malang')('GET /cities/{city}/ranking-policy', {
    params: { city: CITY },
  });
  const numbersOf = (policy: object) =>
    Object.entries(policy).filter(([name]) => policyNumbers.includes(name as never));
  expect(Object.fromEntries(numbersOf(inForce))).toEqual(
    Object.fromEntries(numbersOf(standardPolicy(CITY, '2026-11'))),
  );
  expect(planned.map(({ effectiveFrom }) => effectiveFrom)).toEqual(['2026-12']);
  expect(Object.fromEntries(numbersOf(planned[0] ?? {}))).toEqual(Object.fromEntries(numbersOf(newestStandard(CITY))));
});
