/**
 * T4: what each function weighs, and how long its code takes to load in a fresh process, beside a bare DynamoDB client.
 * `node test/bench/bundles.ts`. Processes are started in turns, so a busy moment hits all rows alike.
 */
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { bundleFunctions, entries, folderOf } from '../../infra/bundling/bundle.ts';
import { count, median, type Print, print, ratio, table } from './kit/figures.ts';

const ROUNDS = 15;
const root = join(import.meta.dirname, '..', '..');

/** One GetItem, and nothing else: the least a function with this table can carry. */
const BARE = `
  import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
  const client = new DynamoDBClient({});
  export const handler = (id) => client.send(new GetItemCommand({ TableName: 't', Key: { pk: { S: id } } }));`;

const bare = async (outfile: string, format: 'esm' | 'cjs'): Promise<string> => {
  await build({
    stdin: { contents: BARE, resolveDir: root },
    outfile,
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node24',
    format,
    mainFields: ['module', 'main'],
  });
  return outfile;
};

type Cold = { readonly wall: number; readonly cpu: number };
type Row = { readonly name: string; readonly file: string; readonly times: Cold[] };

/** Milliseconds from asking for the code until its handler is there, in a process that did nothing before. */
const coldImport = (file: string): Cold => {
  const load = file.endsWith('.mjs') ? `await import(${JSON.stringify(pathToFileURL(file))})` : `require('${file}')`;
  const code = `const [at, cpu] = [performance.now(), process.cpuUsage()]; ${load};
    const wall = performance.now() - at; const { user, system } = process.cpuUsage(cpu);
    console.log(JSON.stringify({ wall, cpu: (user + system) / 1000 }));`;
  const kind = file.endsWith('.mjs') ? 'module' : 'commonjs';
  // Keys are given so that nothing looks for them elsewhere.
  const args = [`--input-type=${kind}`, '-e', code];
  const env = { PATH: process.env['PATH'], AWS_REGION: 'ap-southeast-3', TABLE_NAME: 'market', SEAL_SECRET: 'bench' };
  return JSON.parse(execFileSync(process.execPath, args, { env, encoding: 'utf8' })) as Cold;
};

export const run = async (print: Print): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'pasar-rata-bench-'));
  try {
    await bundleFunctions(entries, folder);
    const rows: Row[] = [
      { name: 'bare client, ESM', file: await bare(join(folder, 'bare.mjs'), 'esm'), times: [] },
      { name: 'bare client, CommonJS', file: await bare(join(folder, 'bare.cjs'), 'cjs'), times: [] },
      ...entries.map((entry) => ({ name: entry, file: join(folder, folderOf(entry), 'index.cjs'), times: [] })),
    ];
    for (const { file } of rows) coldImport(file);
    for (let round = 0; round < ROUNDS; round++) for (const { file, times } of rows) times.push(coldImport(file));
    const weighed = await Promise.all(
      rows.map(async ({ name, file, times }) => {
        const bytes = await readFile(file);
        return {
          name,
          bytes: bytes.length,
          gz: gzipSync(bytes).length,
          wall: median(times.map((one) => one.wall)),
          cpu: median(times.map((one) => one.cpu)),
        };
      }),
    );
    const [esm] = weighed;
    if (!esm) throw new Error('unreachable');
    const line = ({ name, bytes, gz, wall, cpu }: (typeof weighed)[number]) => [
      name,
      count(bytes),
      count(gz),
      ratio(gz / esm.gz),
      wall.toFixed(1),
      ratio(wall / esm.wall),
      cpu.toFixed(1),
      ratio(cpu / esm.cpu),
    ];
    const head = [
      'function',
      'bytes',
      'gzipped',
      '÷ bare (1.4)',
      'import ms',
      '÷ bare (1.2)',
      'CPU ms',
      '÷ bare (1.2)',
    ];
    print(
      `T4: bundles and cold imports, median of ${ROUNDS} fresh processes, goals in brackets\n\n${table(head, weighed.map(line))}`,
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

if (import.meta.main) await run(print);
