import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ruleCodes } from '../../shared/domain/integrity/rule-code.ts';
import { rules } from '../../shared/domain/integrity/rules.ts';

const file = fileURLToPath(new URL('../../docs/integrity.md', import.meta.url));
const [from, to] = ['<!-- rules -->', '<!-- end of rules -->'];

/** The rules in the words of the code. A bar would end a cell. */
export const drawnRules = (): string =>
  [
    '| Rule | Method | Formula | From where on, and what it does not see |',
    '| --- | --- | --- | --- |',
    ...ruleCodes.map((rule) => {
      const { name, method, formula, sensitivity } = rules[rule];
      const cells = [`**${name}** \`${rule}\``, method, formula, sensitivity];
      return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
    }),
  ].join('\n');

const parts = (): [before: string, drawn: string, after: string] => {
  const [before = '', rest = ''] = readFileSync(file, 'utf8').split(`${from}\n`);
  const [drawn = '', after] = rest.split(`\n${to}`);
  if (after === undefined) throw new Error('docs/integrity.md has lost its markers');
  return [before, drawn, after];
};
export const writtenRules = (): string => parts()[1];

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [before, , after] = parts();
  writeFileSync(file, `${before}${from}\n${drawnRules()}\n${to}${after}`);
  console.log('docs/integrity.md: rules');
}
