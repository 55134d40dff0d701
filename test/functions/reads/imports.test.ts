import { beforeAll, describe, expect, test } from 'vitest';
import { makeWorld } from '../../../functions/world.ts';
import { MemoryTable } from '../../../infra/local/memory/memory-table.ts';
import { sheetSent } from '../../../shared/contract/route/sheet.ts';
import { contract, type Key } from '../../../shared/contract.ts';
import { silent } from '../../faults/town/silent.ts';
import { type Town, townOf } from '../../market.ts';
import { zipped } from './zipped.ts';

const CITY = '35.73';
const table = new MemoryTable();
const files = new Map<string, Uint8Array>();
let town: Town;
let params: Record<string, string>;
let person: Record<string, string>;
beforeAll(async () => {
  const world = makeWorld({
    ...silent,
    client: table.client,
    tableName: table.name,
    secret: 'only for tests',
    files: { put: async (key, bytes) => void files.set(key, bytes), get: async (key) => files.get(key) },
    pause: async () => {},
  });
  town = await townOf(world);
  await town.founds(CITY);
  const { agencyId, treasurer, approver } = await town.seatsOffice(CITY);
  const admin = town.adminOf(CITY);
  const body = { legalName: 'PT Ojek', brand: 'Ojek', kind: 'ride' } as const;
  const { partnerId } = await town.as(admin)('POST /cities/{city}/partners', { params: { city: CITY }, body });
  params = { city: CITY, agencyId, partnerId, year: '2027' };
  person = { 'city-admin': admin, treasurer, approver };
});

const cells = Array.from({ length: 2000 }, (_, at) => `<row r="${at + 1}"><c r="A1" t="s"><v>0</v></c></row>`).join('');
const text = Array.from({ length: 4000 }, (_, at) => ((at * 2_654_435_761) % 2 ** 32).toString(36)).join('');
const bombs: Readonly<Record<string, Buffer>> = {
  'unpacks to far more than it is': zipped({ 'xl/worksheets/sheet1.xml': Buffer.alloc(20 * 1024 * 1024, 32) }),
  'says one long text in every cell': zipped({
    'xl/worksheets/sheet1.xml': cells,
    'xl/sharedStrings.xml': `<si><t>${text}</t></si>`,
  }),
  'defines words that grow': zipped({
    'xl/worksheets/sheet1.xml': '<!DOCTYPE x [<!ENTITY a "aaa"><!ENTITY b "&a;&a;">]><row><c><v>&b;</v></c></row>',
  }),
  'has a cell at the end of the world': zipped({ 'xl/worksheets/sheet1.xml': '<row r="1048576"><c r="XFD1"/></row>' }),
  'is a file in a file': zipped({ 'inner.zip': zipped({ 'xl/worksheets/sheet1.xml': cells }) }),
  'is cut': zipped({ 'xl/worksheets/sheet1.xml': cells }).subarray(0, 300),
};

/** Every route that takes a list, as the contract has it. A part of a feed is read where the feed is sent. */
const importing = (Object.entries(contract) as [Key, { binary?: unknown; who: readonly string[] }][]).filter(
  ([key, route]) => route.binary === sheetSent.binary && !key.endsWith('parts'),
);
const send = (key: Key, who: readonly string[], bytes: Buffer) => {
  const by = who.map((role) => person[role]).find((one) => one !== undefined);
  const headers = { 'content-type': sheetSent.binary[0] };
  const query = key.endsWith('import') ? { mode: 'good' } : {};
  return town.ask(key, by, { params, query, rawBody: bytes.toString('latin1'), headers });
};
const feed = async (bytes: Buffer) => {
  const of = { params: { partnerId: params['partnerId'] ?? '' } };
  const { body } = await send('POST /partners/{partnerId}/feed-parts', ['city-admin'], bytes);
  const { partId } = body as { partId: string };
  const before = [...table.all()];
  const report = { city: CITY, kind: 'activity', month: '2026-10', revision: 1, parts: [partId] };
  const answer = await town.ask('POST /partners/{partnerId}/feeds', person['city-admin'], { ...of, body: report });
  return { before, answer };
};

describe('a file that', () => {
  test.each(Object.entries(bombs))(
    '%s is refused in words wherever lists come in, and nothing is written',
    async (_, bytes) => {
      const before = [...table.all()];
      for (const [key, { who }] of importing) {
        const answer = await send(key, who, bytes);
        expect([key, answer.status, answer.body]).toEqual([
          key,
          422,
          expect.objectContaining({ code: 'sheet_not_readable', errors: [expect.anything()] }),
        ]);
      }
      expect([...table.all()]).toEqual(before);
      const sent = await feed(bytes);
      expect(sent.answer).toMatchObject({ status: 422, body: { code: 'sheet_not_readable' } });
      expect([...table.all()]).toEqual(sent.before);
    },
  );
  test('is a list comes in by six ways and one reader', () => {
    expect(importing.map(([key]) => key)).toHaveLength(5);
  });
});
