import { runHistory } from './history.ts';

const c: Record<string, number> = {};
for (let seed = 1; seed <= 40; seed++) {
  const r = await runHistory({ seed, traced: true });
  for (const l of r.trace) {
    const m = /^ *\d+ \S+ (.*)$/.exec(l);
    if (!m || m[1]!.includes('→') || m[1]!.startsWith(' ')) continue;
    const k = m[1]!.startsWith('close') ? m[1]!.slice(0, 22) : /Tanda/.test(m[1]!) ? 'request' : m[1]!.slice(0, 7);
    c[k] = (c[k] ?? 0) + 1;
  }
}
console.log(
  Object.entries(c)
    .sort((a, b) => b[1] - a[1])
    .slice(0, 25),
);
