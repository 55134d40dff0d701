import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const file = `${root}docs/access-patterns.md`;
const BEGIN =
  '<!-- charts: written by scripts/docs/access-patterns.ts from the comments of shared/table; do not edit -->';
const END = '<!-- end of charts -->';

/** The files that hold entities; the engine is the machinery below them. */
export const entityFiles = (): string[] =>
  globSync(`${root}shared/table/**/*.ts`)
    .filter((path) => !path.includes('/engine/'))
    .sort();

/** Chart rows of a file's comments, one list per chart: cells, and a note behind the last bar if there is one. */
const chartsOf = (text: string): string[][][] => {
  const charts: string[][][] = [];
  let open = false;
  for (const line of text.split('\n')) {
    const row = /^\/\/ \|(.*)$/.exec(line)?.[1];
    if (row !== undefined) {
      if (!open) charts.push([]);
      charts.at(-1)?.push(row.split('|').map((cell) => cell.trim()));
    }
    open = row !== undefined;
  }
  return charts;
};

const tableOf = ([head = [], ...rows]: string[][]): string => {
  const columns = head.filter((cell) => cell !== '').length;
  const line = (cells: string[]) =>
    `| ${Array.from({ length: columns }, (_, index) => cells[index] ?? '').join(' | ')} |`;
  const quoted = (cells: string[]) => {
    const note = cells[columns] ?? '';
    return cells
      .slice(0, columns)
      .map((cell, index) =>
        cell === '' ? '' : index === 0 ? cell + (note === '' ? '' : ` (${note})`) : `\`${cell}\``,
      );
  };
  return [line(head), `|${' --- |'.repeat(columns)}`, ...rows.map((row) => line(quoted(row)))].join('\n');
};

const charts = (): string =>
  entityFiles()
    .flatMap((path) => {
      const drawn = chartsOf(readFileSync(path, 'utf8')).map(tableOf);
      return drawn.length === 0 ? [] : [`**${relative(`${root}shared/table`, path)}**\n\n${drawn.join('\n\n')}`];
    })
    .join('\n\n');

export const written = (): string => readFileSync(file, 'utf8');
/** The document with its charts as the code has them; what people wrote around them stays. */
export const rendered = (): string => {
  const [before, rest] = written().split(BEGIN);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) throw new Error('docs/access-patterns.md has lost its markers');
  return `${before}${BEGIN}\n\n${charts()}\n\n${END}${after}`;
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(file, rendered());
  process.stdout.write(`docs/access-patterns.md: ${entityFiles().length} files\n`);
}
