import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { classify } from '../shared/domain/demand/classify.ts';
import { type Labelled, measured, readLabelled, splitLabelled } from '../shared/domain/demand/measure.ts';

const usage = `npm run measure:demand -- [--wrong]
  precision and recall of the classification of plan lines, on the half it was built with and on the half held back;
  --wrong names the lines of the first half that come out wrong, never those of the other`;

const { values } = parseArgs({ options: { wrong: { type: 'boolean' }, help: { type: 'boolean' } } });
if (values.help) {
  console.log(usage);
  process.exit(0);
}

const FILE = 'test/domain/demand/labelled-lines.csv';
const { built, held } = splitLabelled(readLabelled(readFileSync(FILE, 'utf8')));
const share = (value: number): string => value.toFixed(3);
const tell = (name: string, lines: readonly Labelled[]) => {
  const { precision, recall, named, right, sold } = measured(lines, (line) => classify(line).category);
  console.log(
    `${name}: ${lines.length} lines, ${sold} of them sold here; precision ${share(precision)} (${right} of ${named}), recall ${share(recall)} (${right} of ${sold})`,
  );
};
tell('Built with', built);
tell('Held back', held);
tell(
  '  of these found after the rules were written',
  held.filter(({ source }) => source === 'later'),
);
if (values.wrong)
  for (const { name, category } of built) {
    const found = classify(name);
    if (found.category !== category)
      console.log(`${category ?? 'none'} but ${found.category ?? 'none'} (${found.because}): ${name}`);
  }
