import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monthFacts } from '../../functions/integrity/month-facts.ts';
import { refreshLedgers } from '../../functions/ranking/ledger/refresh-ledgers.ts';
import { makeWorld } from '../../functions/world.ts';
import { Advice, advise } from '../../infra/local/advice.ts';
import { buildDemo } from '../../infra/local/demo/build.ts';
import { wholeProvince } from '../../infra/local/demo/places.ts';
import { folderFiles } from '../../infra/local/files.ts';
import { MemoryTable } from '../../infra/local/memory/memory-table.ts';
import { signerOf } from '../../shared/domain/basics/keys/signature.ts';
import { addMonths, monthOf } from '../../shared/domain/basics/month.ts';
import { findingsOf } from '../../shared/domain/integrity/find.ts';
import { type RuleCode, ruleCodes } from '../../shared/domain/integrity/rule-code.ts';
import { rules } from '../../shared/domain/integrity/rules.ts';
import { type Looked, lookAtYear } from '../../shared/domain/simulation/schemes/look.ts';
import { schemeNames, schemes } from '../../shared/domain/simulation/schemes/plant.ts';
import { getCity } from '../../shared/table/cities.ts';
import { wordsAsked } from '../asked.ts';

const usage = `npm run simulate:integrity -- [--seeds 201,202,…] [--demo] [--write]
  plants four schemes in a simulated town and asks the rules month by month; --demo looks at the demonstration's year too;
  --write puts the tables into docs/integrity.md`;

const DOC = 'docs/integrity.md';
const UNTIL = '2026-11-26T13:00:00.000Z';
const SECRET = 'a secret of this simulation alone';

const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [row(head), `|${' --- |'.repeat(head.length)}`, ...rows.map(row)].join('\n');
const percent = (share: number): string => `${(100 * share).toFixed(2)}%`;
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

const schemeTable = (looked: readonly Looked[]): string =>
  table(
    ['Scheme', 'Months until it was asked about: mean, worst', 'Missed', 'By'],
    schemeNames.map((name) => {
      const found = looked.map((one) => one.schemes[name]);
      const months = found.flatMap(({ monthsUntil }) => monthsUntil ?? []);
      const by = new Set(found.flatMap((one) => one.rules));
      const worst = months.length > 0 ? `${mean(months).toFixed(1)}, ${Math.max(...months)}` : 'never';
      return [schemes[name].name, worst, found.length - months.length, [...by].sort().join(', ')];
    }),
  );

const honestShare = ({ honestAsked, honestPairs }: Looked): number => honestAsked / honestPairs;

const loyaltyTable = (seeds: readonly number[]): string =>
  table(
    ['Honest offices return to the shop they know', 'Honest pairs asked about: mean, worst seed', 'Pairs'],
    [0, 0.1, 0.3, 0.64].map((loyalty) => {
      const looked = seeds.map((seed) => lookAtYear(seed, { loyalty }));
      const shares = looked.map(honestShare);
      const pairs = Math.round(mean(looked.map(({ honestPairs }) => honestPairs)));
      return [`${100 * loyalty}% of orders`, `${percent(mean(shares))}, ${percent(Math.max(...shares))}`, pairs];
    }),
  );

const perRule = (looked: readonly Looked[], demo: ReadonlyMap<RuleCode, number> | undefined): string =>
  table(
    ['Rule', 'Asked without need, a simulated year', ...(demo ? ['Asked in the demonstration’s year'] : [])],
    ruleCodes.map((rule) => [
      rules[rule].name,
      mean(looked.map(({ askedBy }) => askedBy.get(rule) ?? 0)).toFixed(1),
      ...(demo ? [demo.get(rule) ?? 0] : []),
    ]),
  );

/** The demonstration's year, built in memory and looked at month by month, all of its cities. */
const askDemo = async (): Promise<Map<RuleCode, number>> => {
  const dir = await mkdtemp(join(tmpdir(), 'integrity-'));
  const memory = new MemoryTable('demo');
  const files = folderFiles(join(dir, 'files'));
  const engine = { client: memory.client, name: memory.name, pause: async () => undefined };
  const { cities } = await buildDemo(
    { table: engine, secret: SECRET, files, signer: signerOf(SECRET), origin: '', until: UNTIL, dir, report: () => {} },
    wholeProvince,
  );
  const world = {
    ...makeWorld({ client: memory.client, tableName: memory.name, secret: SECRET, now: () => UNTIL }),
    files,
  };
  const counts = new Map<RuleCode, number>();
  for (const { cityCode } of cities) {
    await refreshLedgers(() => world)({ 'detail-type': 'OwnersRuled', detail: { cityCode } });
    const city = await getCity(world.table, cityCode);
    const running = monthOf(UNTIL, 'Asia/Jakarta');
    for (let back = 12; city && back > 0; back--)
      for (const { rule } of findingsOf(await monthFacts(world, city, addMonths(running, -back))))
        counts.set(rule, (counts.get(rule) ?? 0) + 1);
  }
  await rm(dir, { recursive: true, force: true });
  return counts;
};

const main = async (): Promise<void> => {
  const { values } = wordsAsked(usage, {
    seeds: { type: 'string', default: Array.from({ length: 20 }, (_, index) => 201 + index).join(',') },
    demo: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  });
  const seeds = values.seeds.split(',').map(Number);
  if (seeds.some((seed) => !Number.isInteger(seed))) throw new Advice(usage);
  const looked = seeds.map((seed) => lookAtYear(seed));
  const demo = values.demo ? await askDemo() : undefined;
  const shares = looked.map(honestShare);
  const text = [
    `Seeds ${seeds[0]} to ${seeds.at(-1)} (${seeds.length}). Honest pairs asked about: mean ${percent(mean(shares))}, worst seed ${percent(Math.max(...shares))}.`,
    schemeTable(looked),
    perRule(looked, demo),
    loyaltyTable(seeds.slice(0, 5)),
  ].join('\n\n');
  console.log(text);
  if (!values.write) return;
  const [before, rest = ''] = (await readFile(DOC, 'utf8')).split('<!-- figures -->');
  const after = rest.split('<!-- end of figures -->')[1];
  if (after === undefined) throw new Error(`${DOC} has lost its markers`);
  await writeFile(DOC, `${before}<!-- figures -->\n${text}\n<!-- end of figures -->${after}`);
};

await advise(main);
