import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/**
 * A schema holds what it is defined by, and is made when somebody looks inside it. The first of its kind is made at once: by it
 * the kind learns its methods, and which names a look at makes a schema too.
 */
const CONSTRUCTOR = `
    function made(inst, def) {
        init(inst, def);
        for (const work of inst._zod.deferred ?? [])
            work();
        inst._zod.deferred = undefined;
        return inst;
    }
    const madeFirst = (name) => ({
        configurable: true,
        get() {
            made(this, this.def);
            return Object.getOwnPropertyDescriptor(this, name)?.value;
        },
        set(value) {
            Object.defineProperty(this, name, { configurable: true, enumerable: true, writable: true, value });
        },
    });
    let known = false;
    function _(def) {
        if (params?.Parent)
            return made(newError(Definition), def);
        this.def = def;
        this.type = def.type;
        if (known)
            return;
        known = true;
        made(this, def);
        for (const name of Object.getOwnPropertyNames(this))
            if (name !== 'def' && name !== 'type')
                Object.defineProperty(_.prototype, name, madeFirst(name));
    }
`;

/** Methods as they are. zod binds each to its schema when it is first read, for code that takes them off: ours never does. */
const METHODS = `export function members(proto, table) {
    for (const key in table)
        Object.defineProperty(proto, key, { ...Object.getOwnPropertyDescriptor(table, key), enumerable: false });
}
`;

/** What stands in zod's files, and what stands there in a function. */
const exchanges: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
  'core.js': [
    // Whether this one is made, and not whether it could be.
    [/!inst\._zod\)/, "!Object.hasOwn(inst, '_zod'))"],
    // Nobody gives a kind another method later.
    [/const proto = _\.prototype;\n {8}for .*?\n {8}\}\n/s, ''],
    [/\n {4}function _\(def\) \{.*?\n {4}\}\n/s, CONSTRUCTOR],
  ],
  // Of whom it is a copy is asked by registries and documents, which no function has (infra/bundling/without-documents.ts).
  'util.js': [
    [/export function members\(.*?\n\}\n/s, METHODS],
    [
      /export function clone\(.*?\n\}\n/s,
      'export function clone(inst, def) {\n    return new inst.constructor(def ?? inst.def);\n}\n',
    ],
  ],
};

const exchanged = (text: string, file: string): string =>
  (exchanges[file] ?? []).reduce((changed, [from, to]) => {
    if (!from.test(changed))
      throw new Error(`zod/v4/core/${file} has no ${from} any more: see infra/bundling/lazy-schemas.ts`);
    return changed.replace(from, () => to);
  }, text);

/** A function holds a thousand schemas and more, and a request needs a few of them: each is made at its first use. */
export const lazySchemas: Plugin = {
  name: 'lazy schemas',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\/zod\/v4\/core\/(core|util)\.js$/ }, async ({ path }) => ({
      contents: exchanged(await readFile(path, 'utf8'), path.split('/').at(-1) ?? ''),
    })),
};
