import { type ChildProcess, spawn } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Print, print, sum, table } from './kit/figures.ts';
import { familyOf, memoryMb } from './kit/processes.ts';

const root = join(import.meta.dirname, '..', '..');
const SOURCES = ['infra', 'functions', 'shared', 'events', 'web', 'scripts', 'package.json', 'tsconfig.json'];
const REQUESTS = 100;
const REST_MS = 60_000;

/** `npm start` keeps its market beside its sources, so it runs in a copy: somebody's own market is left alone. */
const copyOfSources = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'pasar-idle-'));
  for (const name of SOURCES) await cp(join(root, name), join(folder, name), { recursive: true });
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  return folder;
};

/** The first address in what a child has said that a pattern finds. */
const told = (child: ChildProcess, pattern: RegExp): Promise<string> =>
  new Promise((resolve, reject) => {
    let words = '';
    child.stdout?.on('data', (data: Buffer) => {
      words += data.toString('utf8');
      const found = pattern.exec(words)?.[1];
      if (found) resolve(found);
    });
    child.once('exit', (code) => reject(new Error(`npm start ended with ${code}: ${words}`)));
  });

/** Seconds until an address answers with 200 and what is looked for, asked five times a second. */
const secondsUntil = async (start: number, url: string, holds: (text: string) => boolean): Promise<string> => {
  for (;;) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.status === 200 && holds(await answer.text())) return ((performance.now() - start) / 1000).toFixed(1);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
};

/** The words of `npm start` itself, so that what is measured is what is run. */
const wordsOfStart = async (folder: string): Promise<string[]> => {
  const { scripts } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as {
    scripts: { start: string };
  };
  return scripts.start.split(' ').slice(1);
};

const isNode = /^(MainThread|node)/;
/** Until what a start leaves to processes that end is done: pages, and after the first start minutes of pictures. */
const atRest = async (pid: number): Promise<void> => {
  while (familyOf(pid).filter(({ name }) => isNode.test(name)).length > 1)
    await new Promise((resolve) => setTimeout(resolve, 1000));
};

/** Starts the market, asks it the first requests, lets it rest, and weighs every process of it. */
const weigh = async (name: string, folder: string) => {
  const env = { ...process.env, PORT: '0' };
  const start = performance.now();
  const child = spawn(process.execPath, await wordsOfStart(folder), {
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const written = told(child, /(\d+) dari \1\)/);
  const whole = told(child, /(http:\/\/\S+)\/api\/cities/);
  const origin = (await told(child, /(http:\/\/localhost:\d+)/)).replace(/\/$/, '');
  const [page, signIn, goods] = await Promise.all([
    secondsUntil(start, `${origin}/`, (text) => text.includes('Pasar Rata')),
    secondsUntil(start, `${origin}/masuk/.well-known/openid-configuration`, () => true),
    secondsUntil(start, `${origin}/api/cities/35.73/products`, (text) => JSON.parse(text).items.length > 0),
  ]);
  const url = await whole;
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  for (let asked = 0; asked < REQUESTS; asked++) {
    const { items } = (await (await fetch(`${url}/api/cities`)).json()) as { items: { cityCode: string }[] };
    const city = items[0]?.cityCode;
    if (city) await (await fetch(`${url}/api/cities/${city}/products`)).text();
  }
  await written;
  await atRest(child.pid ?? 0);
  await new Promise((resolve) => setTimeout(resolve, REST_MS));
  const family = familyOf(child.pid ?? 0).map(({ pid, name }) => ({ name, mb: memoryMb(pid).now }));
  const of = (wanted: RegExp) => sum(family.filter(({ name }) => wanted.test(name)).map(({ mb }) => mb));
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await gone;
  // Node names its main thread, not its program.
  const [all, server, engine] = [of(/./), of(isNode), of(/^dynoxide/)];
  return [
    name,
    page,
    signIn,
    goods,
    seconds,
    ...[all, server, engine, all - server - engine].map((mb) => mb.toFixed(0)),
  ];
};
export const run = async (print: Print): Promise<void> => {
  const folder = await copyOfSources();
  try {
    const rows = [await weigh('first start', folder), await weigh('later start', folder)];
    const peers = [
      ['Vendure 3.7.3 (published)', '–', '–', '–', '–', '220–530', '–', '–', '–'],
      ['Medusa 2.21.0 (published)', '–', '–', '–', '–', '760–1634', '–', '–', '–'],
    ];
    const columns = [
      'npm start',
      'page, s',
      'sign-in, s',
      'goods, s',
      'whole, s',
      'MB in all',
      'server',
      'engine',
      'other',
    ];
    print(table(columns, [...rows, ...peers]));
    print('Seconds from the command: a page of the site, the issuer, goods in the list, the whole province.');
    print(
      `Resident memory after ${2 * REQUESTS} requests, ${REST_MS / 1000} s after pages and pictures are there. At rest on AWS nothing computes:`,
    );
    print(REST_ON_AWS);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** What is billed while nobody comes, by service. */
const REST_ON_AWS = table(
  ['on AWS, no traffic', 'computes', 'billed'],
  [
    ['Lambda, HTTP API, Step Functions, EventBridge, CloudFront', 'only when asked', 'nothing at rest'],
    ['SQS', 'Lambda looks into each queue all the time', 'each look, after the free ones'],
    ['DynamoDB on demand', 'only when asked', 'storage and point-in-time recovery, by GB'],
    ['S3, CloudWatch Logs', 'no', 'storage, by GB'],
    ['CloudWatch alarms and dashboard', 'no', 'each alarm a month'],
    ['Scheduler', '2 runs a zone and month, and the clocks’ runs', 'in the free allowance'],
    ['Cognito', 'no', 'by people active in the month'],
  ],
);

if (import.meta.main) await run(print);
