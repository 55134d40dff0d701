import { expect, test } from 'vitest';
import { gathered } from '../../functions/gathered.ts';
import { thingsIn } from '../../functions/notices/things.ts';
import { batchOf } from '../hear.ts';

const PERSON = 'wati-of-the-market';
const SCOPE = 'merchant:mrc_00000000000000000000000000';

test('what could not be done is told by its messages, which come again, and never by who it is about', async () => {
  const lines: string[] = [];
  const error = (message: string, about?: object) => void lines.push(JSON.stringify({ message, ...about }));
  const batch = batchOf([
    ['ErasureMoved', { person: PERSON, askedAt: '2026-11-10T02:00:00.000Z' }],
    ['InvitationMoved', { person: PERSON, scope: SCOPE, role: 'staff', invitedAt: '2026-11-10T02:00:00.000Z' }],
  ]);
  const { batchItemFailures } = await gathered({ logger: { info: error, warn: error, error } }, batch, {
    asks: thingsIn,
    does: () => Promise.reject(new Error('the table is away')),
  });
  expect(batchItemFailures).toEqual([{ itemIdentifier: '0' }, { itemIdentifier: '1' }]);
  expect(lines).toHaveLength(2);
  expect(lines.map((line) => (JSON.parse(line) as { messages: string[] }).messages)).toEqual([['0'], ['1']]);
  expect(lines.join()).not.toContain(PERSON);
});
