/**
 * npm run bench                  prints every table of docs/performance.md, its goal beside it
 * npm run bench -- T2 T7 equity  prints some
 * npm run bench -- T2 --write    puts them into docs/performance.md too; what is written by hand there stays
 *
 * Each table is measured in a process of its own, so that none warms up or burdens another.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';

type Table = {
  readonly title: string;
  readonly goal: string;
  readonly command: readonly string[];
  /** Lines of a terminal instead of markdown. */
  readonly plain?: true;
};
const bench = (file: string) => [`test/bench/${file}.ts`];
const tables: Record<string, Table> = {
  T1: {
    title: 'Units sold ÷ stock',
    goal: '1.00 always; ledger, stock and orders agree',
    command: bench('t01-oversell'),
  },
  T2: {
    title: 'CPU per order, cart to placed',
    goal: '≤ 2.0 × one transaction of as many items, same run',
    command: bench('t02-cpu'),
  },
  T3: {
    title: 'Orders a second over HTTP',
    goal: '≥ 0.40 of the engine alone, same run',
    command: bench('t03-orders'),
  },
  T4: {
    title: 'Bundle and cold import per Lambda',
    goal: '≤ 1.4× size, ≤ 1.2× time of a bare client',
    command: bench('bundles'),
  },
  T5: {
    title: 'Handler minus I/O',
    goal: '≤ 40 µs with log and metric; an order of one line ≤ 10 × its body',
    command: bench('t05-handler'),
  },
  T6: {
    title: 'Capacity units ÷ least possible',
    goal: '1.00 writes and reads, ≤ 1.25 lists',
    command: bench('t06-units'),
  },
  T7: {
    title: 'Snapshot against reading the same pages',
    goal: '≥ 0.87 of the raw speed',
    command: bench('t07-snapshot'),
  },
  close: {
    title: 'The close of a city',
    goal: '≥ 5,000 merchants a second of CPU on one core, opening and closing',
    command: bench('close'),
  },
  country: {
    title: 'The close of a country of 514 cities',
    goal: 'its snapshot fits one item and is verified',
    command: bench('country'),
  },
  T8: {
    title: 'Memory of a city’s close',
    goal: '≤ +20 MB from 1,000 to 1,000,000 merchants',
    command: bench('t08-memory'),
  },
  T10: { title: 'Idle memory; cost at rest', goal: '≤ 150 MB; no compute on AWS', command: bench('t10-idle') },
  T11: { title: 'A page of any list', goal: 'slowest ≤ 1.2× fastest', command: bench('t11-pages') },
  T12: {
    title: 'Seeded fault histories',
    goal: '0 violations (10⁵ on demand: npm run simulate:faults)',
    command: ['scripts/simulate/faults.ts', '--histories', '200', '--seed', '1'],
    plain: true,
  },
  equity: {
    title: 'The equity engine',
    goal: 'a pass holds no more memory with more merchants',
    command: bench('equity'),
  },
  search: {
    title: 'A search of a city',
    goal: 'p95 ≤ 150 ms at 300,000 products',
    command: bench('search'),
  },
  feed: {
    title: 'A partner’s feed of a million rows',
    goal: '< 60 s on one machine, memory that does not grow with the rows, each wrong row by its number',
    command: bench('feed'),
  },
  pages: {
    title: 'Pages written ahead',
    goal: '60,000 shops and 300,000 products within the hour',
    command: bench('pages'),
  },
  visits: {
    title: 'Two hundred visits on a small phone',
    goal: '200 records and 600 pictures from a heap of 64 MB, in one go, each once, each let go of only by its hash',
    command: bench('visits'),
  },
  web: {
    title: 'First views with photos',
    goal: 'script ≤ 20 kB; slow 4G, CPU ÷4: first good ≤ 1.2 s, largest paint ≤ 1.8 s and a good, blocked ≤ 150 ms, shift 0',
    command: bench('web'),
  },
  dasbor: {
    title: 'The Dasbor of a large city',
    goal: 'p95 ≤ 1 s a page at 60,000 merchants and 500,000 orders; needs npm run market:large first',
    command: bench('dasbor'),
  },
  ranking: {
    title: 'Ranking and splitting offers',
    goal: '500 offers p99 < 5 ms; 50,000 < 100 ms; a split < 1 ms',
    command: bench('ranking'),
  },
};

const root = join(import.meta.dirname, '..');
const PERFORMANCE = join(root, 'docs', 'performance.md');

/** What a table's own process printed, or undefined when it failed; its complaints go to this terminal. */
const output = (command: readonly string[]): Promise<string | undefined> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [...command], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
    let text = '';
    child.stdout.on('data', (data: Buffer) => {
      text += data.toString('utf8');
    });
    child.once('close', (code) => resolve(code === 0 ? text.trim() : undefined));
  });

const load = () => (loadavg()[0] ?? 0).toFixed(1);

/** The table under its title, with goal and circumstances; undefined when it could not be measured. */
const measure = async (name: string, { title, goal, command, plain }: Table): Promise<string | undefined> => {
  const [before, start] = [load(), performance.now()];
  const text = await output(command);
  if (text === undefined) return undefined;
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.versions.node}`;
  const day = new Date().toISOString().slice(0, 10);
  const run = `\`npm run bench -- ${name}\`, ${day}, ${machine}, load ${before} → ${load()}, ${seconds} s`;
  return `**${name} ${title}.** Goal: ${goal}.\n\n${plain ? `\`\`\`text\n${text}\n\`\`\`` : text}\n\n${run}`;
};

/** The text with a table between its markers replaced. */
const placed = (document: string, name: string, table: string): string => {
  const [begin, end] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`];
  const [from, to] = [document.indexOf(begin), document.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`docs/performance.md has no place for ${name}: write ${begin} and ${end}`);
  return `${document.slice(0, from)}${begin}\n${table}\n${document.slice(to)}`;
};

const asked = process.argv.slice(2).filter((word) => word !== '--write');
const unknown = asked.filter((name) => !(name in tables));
if (unknown.length > 0) {
  console.error(`There is no table ${unknown.join(', ')}; choose from ${Object.keys(tables).join(', ')}.`);
  process.exit(1);
}
for (const [name, table] of Object.entries(tables)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const text = existsSync(join(root, table.command[0] ?? '')) ? await measure(name, table) : undefined;
  if (text === undefined) {
    console.error(`${name} could not be measured: node ${table.command.join(' ')}`);
    process.exitCode = 1;
    continue;
  }
  console.log(`${text}\n`);
  if (process.argv.includes('--write'))
    await writeFile(PERFORMANCE, placed(await readFile(PERFORMANCE, 'utf8'), name, text));
}
