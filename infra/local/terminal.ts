import type { World } from '../../functions/world.ts';

const grey = (text: string) => (process.stdout.isTTY ? `\x1b[2m${text}\x1b[22m` : text);

/** The functions' log on a terminal: one short line per request, faults with their stack. */
export const terminalLogger: World['logger'] = {
  info: (message, ...extra) => {
    const { route, status, milliseconds } = (extra[0] ?? {}) as Record<string, unknown>;
    if (message === 'request') console.log(grey(`${status}  ${route}  ${milliseconds} ms`));
  },
  warn: (message, ...extra) => console.warn(message, ...extra),
  error: (message, ...extra) => console.error(message, ...extra),
};
