import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { client, firstReads, MOST_FIRST_READS } from '../../web/entry/client.ts';

const token = `h.${btoa(JSON.stringify({ sub: 'ani' }))}.s`;

describe('what was read before a worker came', () => {
  beforeEach(() => {
    vi.stubGlobal('localStorage', {
      getItem: () => JSON.stringify({ token, name: 'Ani', until: Date.now() + 600_000 }),
    });
    vi.stubGlobal('navigator', { serviceWorker: { controller: null } });
    vi.stubGlobal('fetch', async () => Response.json({}));
    firstReads.clear();
  });
  afterEach(() => vi.unstubAllGlobals());

  const read = (agencyId: string) => client('', token)('GET /agencies/{agencyId}', { params: { agencyId } });
  const firstRead = () => [...firstReads.keys()];

  test('is remembered once an address, the latest last', async () => {
    for (const agencyId of ['a', 'b', 'a']) await read(agencyId);
    expect(firstRead()).toEqual(['/agencies/b', '/agencies/a']);
  });

  test('is no more than a page’s worth where none ever comes: the first is forgotten', async () => {
    for (let at = 0; at <= MOST_FIRST_READS; at++) await read(String(at));
    expect(firstReads.size).toBe(MOST_FIRST_READS);
    expect(firstRead().at(0)).toBe('/agencies/1');
    expect(firstRead().at(-1)).toBe(`/agencies/${MOST_FIRST_READS}`);
  });
});
