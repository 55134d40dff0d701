import { globSync, readFileSync } from 'node:fs';
import { dirname, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';
import { problems } from '../../shared/problem.ts';

/*
 * Who may know whom, and what has no place here. The code is read as text: what is imported is what is written.
 */

type Source = { file: string; text: string; code: string; imports: { from: string; typeOnly: boolean }[] };

/** Without comments, so that prose may name what code may not use. */
const withoutComments = (text: string) => text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|\s)\/\/.*$/gm, '$1');
const IMPORT =
  /^(?:import|export)\s+(type\s)?[^;'"]*?from\s+'([^']+)'|^import\s+'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/gm;

const read = (file: string): Source => {
  const text = readFileSync(file, 'utf8');
  const code = withoutComments(text);
  const imports = [...code.matchAll(IMPORT)].map(([, type, named, bare, dynamic]) => {
    const target = named ?? bare ?? dynamic ?? '';
    const inside = target.startsWith('.') ? normalize(`${dirname(file)}/${target}`) : target;
    return { from: inside, typeOnly: type !== undefined };
  });
  return { file, text, code, imports };
};
const sources = (folder: string) => globSync(`${folder}/**/*.{ts,tsx}`).map(read);
const all = ['shared', 'functions', 'events', 'web', 'infra', 'scripts', 'test'].flatMap(sources);
const inFolder = (...folders: string[]) =>
  all.filter(({ file }) => folders.some((folder) => file.startsWith(`${folder}/`)));

/** Imports of these files that go elsewhere than allowed. */
const astray = (files: readonly Source[], allowed: (from: string, typeOnly: boolean, file: string) => boolean) =>
  files.flatMap(({ file, imports }) =>
    imports.filter(({ from, typeOnly }) => !allowed(from, typeOnly, file)).map(({ from }) => `${file} → ${from}`),
  );
const within = (from: string, ...places: string[]) =>
  places.some((place) => from === place || from.startsWith(`${place}/`));
const isPackage = (from: string) => !/^(shared|functions|events|web|infra|scripts|test)\//.test(from);

/** The rooms of the domain, each knowing those before it alone. */
const rooms = [
  'basics',
  'photos',
  'places',
  'people',
  'audit',
  'agencies',
  'register',
  'catalogue',
  'search',
  'ranking',
  'centres',
  'deliveries',
  'orders',
  'turnover',
  'payments',
  'papers',
  'reviews',
  'capital',
  'notices',
  'pages',
  'equity',
  'spending',
  'targets',
  'integrity',
  'follow-ups',
  'visits',
  'demand',
  'complaints',
  'stories',
  'partners',
  'simulation',
  'programmes',
];

describe('dependencies point one way', () => {
  test('the domain knows itself, its problems, dated figures, zod and hashes; nothing else', () => {
    const allowed = ['shared/domain', 'shared/rules', 'shared/problem.ts', 'zod', 'node:crypto'];
    expect(astray(inFolder('shared/domain', 'shared/rules'), (from) => within(from, ...allowed))).toEqual([]);
  });

  test('the contract knows the domain', () => {
    const files = [...inFolder('shared/contract'), ...all.filter(({ file }) => file === 'shared/contract.ts')];
    expect(
      astray(files, (from) =>
        within(from, 'shared/contract', 'shared/contract.ts', 'shared/domain', 'shared/problem.ts', 'zod'),
      ),
    ).toEqual([]);
  });

  test('the table knows the domain and DynamoDB', () => {
    const allowed = [
      'shared/table',
      'shared/domain',
      'shared/problem.ts',
      'zod',
      '@aws-sdk/client-dynamodb',
      '@aws-sdk/lib-dynamodb',
      '@aws-sdk/util-dynamodb',
      // What would not fit into an item is kept packed.
      'node:zlib',
    ];
    expect(astray(inFolder('shared/table'), (from) => within(from, ...allowed))).toEqual([]);
  });

  test('the table’s engine knows no entity', () => {
    const engine = 'shared/table/engine';
    expect(astray(inFolder(engine), (from) => !within(from, 'shared/table') || within(from, engine))).toEqual([]);
  });

  test('nobody but the table speaks DynamoDB; the world makes its client, the stream unpacks its records', () => {
    const speaks = inFolder('functions', 'events').filter(({ imports }) =>
      imports.some(
        ({ from, typeOnly }) => !typeOnly && /^@aws-sdk\/(client-dynamodb|lib-dynamodb|util-dynamodb)/.test(from),
      ),
    );
    expect(speaks.map(({ file }) => file).sort()).toEqual([
      'functions/outbox/publish-changes.ts',
      'functions/world.ts',
    ]);
  });

  test('events know the domain; functions know everything shared and no infrastructure, page or test', () => {
    expect(astray(inFolder('events'), (from) => within(from, 'events', 'shared/domain', 'zod'))).toEqual([]);
    expect(
      astray(
        inFolder('functions'),
        (from, _, file) =>
          isPackage(from) ||
          within(from, 'functions', 'shared', 'events') ||
          // What renders pages takes them from where they are made.
          (file.startsWith('functions/pages/') && within(from, 'web/storefront/public')),
      ),
    ).toEqual([]);
  });

  test('no context of functions knows another: what two need is in http, reads or the domain', () => {
    const shared = new Set(['http', 'reads', 'print']);
    const roomOf = (file: string) => (file.split('/').length > 2 ? file.split('/')[1] : undefined);
    const allowed = (from: string, _: boolean, file: string) => {
      const [to, own] = [roomOf(from), roomOf(file)];
      if (!from.startsWith('functions/') || to === undefined || to === own) return true;
      return shared.has(to) && own !== undefined;
    };
    expect(astray(inFolder('functions'), allowed)).toEqual([]);
  });

  test('a domain room knows only rooms before it', () => {
    const before = (room: string) => rooms.slice(0, rooms.indexOf(room) + 1).map((name) => `shared/domain/${name}`);
    const roomOf = (file: string) => file.split('/')[2] ?? '';
    expect([...new Set(inFolder('shared/domain').map(({ file }) => roomOf(file)))].sort()).toEqual([...rooms].sort());
    const allowed = (from: string, _: boolean, file: string) =>
      !from.startsWith('shared/domain/') || within(from, ...before(roomOf(file)));
    expect(astray(inFolder('shared/domain'), allowed)).toEqual([]);
  });

  test('no file knows itself through others', () => {
    const known = new Map(all.map(({ file, imports }) => [file, imports.map(({ from }) => from)]));
    const circleThrough = (file: string, path: readonly string[], done: Set<string>): string | undefined => {
      if (path.includes(file)) return [...path.slice(path.indexOf(file)), file].join(' → ');
      if (done.has(file)) return undefined;
      done.add(file);
      for (const next of known.get(file) ?? []) {
        const circle = circleThrough(next, [...path, file], done);
        if (circle) return circle;
      }
      return undefined;
    };
    const done = new Set<string>();
    expect([...known.keys()].map((file) => circleThrough(file, [], done)).filter(Boolean)).toEqual([]);
  });

  test('pages know types of the contract, and the domain where it is pure', () => {
    const pure = (from: string, typeOnly: boolean) => {
      if (isPackage(from) || within(from, 'web')) return true;
      if (within(from, 'shared/contract', 'shared/contract.ts', 'shared/problem.ts')) return typeOnly;
      return within(from, 'shared/domain') || within(from, 'shared/rules');
    };
    expect(astray(inFolder('web'), pure)).toEqual([]);
  });

  test('nobody imports a test but tests', () => {
    expect(astray(inFolder('shared', 'functions', 'events', 'web'), (from) => !within(from, 'test'))).toEqual([]);
  });
});

describe('what has no place here', () => {
  const ours = all.filter(({ file }) => !file.endsWith('.d.ts'));

  test('is a drawer for anything: utils, helpers, common, services, types, or a barrel', () => {
    const drawer = /(^|\/)(utils?|helpers?|common|services?|types|misc|lib|index)(\.tsx?$|\/)/;
    expect(
      ours.map(({ file }) => file).filter((file) => drawer.test(file) && !/^web\/.*index\.tsx?$/.test(file)),
    ).toEqual([]);
  });

  test('is a file of the domain outside its room', () => {
    expect(ours.map(({ file }) => file).filter((file) => /^shared\/domain\/[^/]+\.ts$/.test(file))).toEqual([]);
  });

  test('is the named import of zod, which carries every locale', () => {
    expect(
      ours.filter(({ code }) => /import\s*\{[^}]*\bz\b[^}]*\}\s*from\s*'zod'/.test(code)).map(({ file }) => file),
    ).toEqual([]);
  });

  test('is a look at the clock, at chance, at the environment or the network in the domain', () => {
    const impure = /new Date\(\)|Date\.now|Math\.random|performance\.now|process\.|\bfetch\(|setTimeout|setInterval/;
    expect(
      inFolder('shared')
        .filter(({ code }) => impure.test(code))
        .map(({ file }) => file),
    ).toEqual([]);
  });

  test('is chance in the domain, but for ids and for sealing', () => {
    const chance = inFolder('shared').filter(({ code }) => /random(FillSync|Bytes|UUID|Int)/.test(code));
    expect(chance.map(({ file }) => file).sort()).toEqual([
      'shared/domain/basics/id.ts',
      'shared/domain/basics/keys/seal.ts',
    ]);
  });

  test('is the environment, but in the world and in the last lines of a Lambda', () => {
    const elsewhere = inFolder('functions', 'events', 'web').flatMap(({ file, code }) => {
      if (file === 'functions/world.ts') return [];
      const lines = code.trimEnd().split('\n');
      const last = lines.length - 20;
      return lines.flatMap((line, place) =>
        line.includes('process.env') && place < last ? [`${file}: ${line.trim()}`] : [],
      );
    });
    expect(elsewhere).toEqual([]);
  });

  test('is a zone written down: each city has its own; only what counts or shows for the whole country takes one', () => {
    const named = inFolder('functions', 'shared', 'events', 'web').filter(({ code }) => /'Asia\/\w+'/.test(code));
    expect(named.map(({ file }) => file).sort()).toEqual([
      'functions/notices/push-to-person.ts',
      'functions/partners/usability/ask-owners.ts',
      'functions/reports/read-reports.ts',
      'shared/domain/basics/month-schema.ts',
      'shared/domain/basics/month.ts',
      'shared/domain/basics/wording.ts',
      'shared/domain/simulation/schemes/running-town.ts',
      'shared/rules/zones.ts',
      'shared/table/people/daily-counts.ts',
      'web/kit/days.ts',
    ]);
  });

  test('is a default export, an enum, a namespace or a decorator', () => {
    const found = inFolder('shared', 'functions', 'events').filter(({ code }) =>
      /^export default|^(export )?(const )?enum |^(export )?namespace |^\s*@[A-Z]\w+\(/m.test(code),
    );
    expect(found.map(({ file }) => file)).toEqual([]);
  });

  test('is a scan of the table', () => {
    expect(
      inFolder('functions', 'shared', 'events')
        .filter(({ code }) => /ScanCommand|\bscan\(/.test(code))
        .map(({ file }) => file),
    ).toEqual([]);
  });
});

describe('a problem', () => {
  const files = inFolder('functions', 'shared').filter(
    ({ file }) => file !== 'shared/problem.ts' && !file.startsWith('shared/contract'),
  );
  const named = (pattern: RegExp) =>
    new Set(files.flatMap(({ code }) => [...code.matchAll(pattern)].map(([, name]) => name ?? '')));

  test('that is thrown is known, and every one that is known is thrown', () => {
    const thrown = named(/new Problem\(\s*'([a-z_]+)'/g);
    // Some are chosen first and thrown together.
    const chosen = named(/\bcode: '([a-z_]+)'/g);
    expect([...thrown].filter((code) => !(code in problems))).toEqual([]);
    expect(Object.keys(problems).filter((code) => !thrown.has(code) && !chosen.has(code))).toEqual([]);
  });
});
