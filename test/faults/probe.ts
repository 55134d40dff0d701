import { runHistory } from './history.ts';

const [from, count, traced] = process.argv.slice(2);
const found = new Map<string, number[]>();
let ops = 0,
  steps = 0;
const answers: Record<string, number> = {};
let inFlight = 0;
const faults: Record<string, number> = {};
const t0 = performance.now();
for (let seed = Number(from); seed < Number(from) + Number(count); seed++) {
  const r = await runHistory({ seed, traced: traced !== undefined });
  ops += r.operations;
  steps += r.steps;
  inFlight += r.inFlight;
  for (const [k, v] of Object.entries(r.answers)) answers[k] = (answers[k] ?? 0) + v;
  for (const [k, v] of Object.entries(r.faults)) faults[k] = (faults[k] ?? 0) + v;
  if (r.violation) {
    const k = r.violation
      .split('\n')[0]!
      .replace(/(mrc|prd|ord|agc|prs)_[0-9a-z]+/g, '$1')
      .replace(/\d+/g, 'N');
    found.set(k, [...(found.get(k) ?? []), seed]);
    if (traced) console.log(r.trace.join('\n'));
  }
}
console.log({ ms: (performance.now() - t0).toFixed(0), ops, steps, inFlight });
console.log(answers);
console.log(faults);
for (const [k, v] of [...found].sort((a, b) => b[1].length - a[1].length))
  console.log(v.length, k.slice(0, 300), v.slice(0, 5));
