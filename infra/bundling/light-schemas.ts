import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/** Functions of zod/v4/core/util.js by name, and what stands in their place. */
const lighter = {
  /** Methods as they are. zod binds each to its schema when it is first read, for code that takes them off: ours never does. */
  members: `export function members(proto, table) {
    for (const key in table) {
        const descriptor = Object.getOwnPropertyDescriptor(table, key);
        descriptor.enumerable = false;
        Object.defineProperty(proto, key, descriptor);
    }
}
`,
  /** A link more of a chain: what texts and numbers are defined by holds no getters, which alone need more than a copy. */
  mergeDefs: `export function mergeDefs(...defs) {
    const { type } = defs[0];
    if (type === 'string' || type === 'number') return Object.assign({}, ...defs);
    return Object.defineProperties({}, Object.assign({}, ...defs.map(Object.getOwnPropertyDescriptors)));
}
`,
};

const exchanged = (text: string): string =>
  Object.entries(lighter).reduce((changed, [name, by]) => {
    const whole = new RegExp(`export function ${name}\\([^]*?\\n\\}\\n`);
    if (!whole.test(changed))
      throw new Error(`zod/v4/core/util.js has no ${name} any more: see infra/bundling/light-schemas.ts`);
    return changed.replace(whole, () => by);
  }, text);

/** A function makes a thousand schemas and more before it answers: what zod does for each that no function of ours needs goes. */
export const lightSchemas: Plugin = {
  name: 'light schemas',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\/zod\/v4\/core\/util\.js$/ }, async ({ path }) => ({
      contents: exchanged(await readFile(path, 'utf8')),
    })),
};
