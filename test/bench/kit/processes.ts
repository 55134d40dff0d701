import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts a process's time in ticks of 10 ms, whatever the kernel's own clock (proc_pid_stat(5), USER_HZ). */
const TICK_MS = 10;
const statOf = (pid: number): string[] => {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
};

/** CPU time a process has used so far, its own and that of children that ended: utime + stime + cutime + cstime. */
export const cpuMs = (...pids: readonly number[]): number =>
  pids.flatMap((pid) => statOf(pid).slice(11, 15)).reduce((sum, ticks) => sum + Number(ticks) * TICK_MS, 0);

/** Resident memory now and at its highest, in MB. */
export const memoryMb = (pid: number): { now: number; peak: number } => {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const field = (name: string) => Number(status.match(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm'))?.[1] ?? 0) / 1024;
  return { now: field('VmRSS'), peak: field('VmHWM') };
};

type Kin = { readonly pid: number; readonly parent: number; readonly name: string };
const everybody = (): Kin[] =>
  readdirSync('/proc').flatMap((entry) => {
    if (!/^\d+$/.test(entry)) return [];
    try {
      const name = readFileSync(`/proc/${entry}/comm`, 'utf8').trim();
      return [{ pid: Number(entry), parent: Number(statOf(Number(entry))[1]), name }];
    } catch {
      // A process that ended while we looked.
      return [];
    }
  });

/** A process and everything it started, children of children too. */
export const familyOf = (pid: number): Kin[] => {
  const all = everybody();
  const below = (kin: Kin): Kin[] => [kin, ...all.filter(({ parent }) => parent === kin.pid).flatMap(below)];
  return all.filter((kin) => kin.pid === pid).flatMap(below);
};

const LOOK_MS = 5000;
/** Busy is more than a twentieth of a core. */
const BUSY_MS = LOOK_MS / 20;
/** Waits until a process and all it started have nothing to do, and tells how much of a processor they used until then. */
export const untilIdle = async (pid: number, patienceMs = 15 * 60_000): Promise<number> => {
  const used = () => cpuMs(...familyOf(pid).map((kin) => kin.pid));
  const [first, until] = [used(), Date.now() + patienceMs];
  for (let before = first; Date.now() < until; ) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    const now = used();
    if (now - before < BUSY_MS) return now - first;
    before = now;
  }
  throw new Error(`process ${pid} was busy for ${patienceMs / 60_000} minutes`);
};

/** The embedded engine that a process started: its pid and the address it answers at. */
export const engineOf = (parent: number): { pid: number; endpoint: string } => {
  const engine = familyOf(parent).find(({ name }) => name === 'dynoxide');
  if (!engine) throw new Error(`process ${parent} has no engine`);
  const words = readFileSync(`/proc/${engine.pid}/cmdline`, 'utf8').split('\0');
  return { pid: engine.pid, endpoint: `http://127.0.0.1:${words[words.indexOf('--port') + 1]}` };
};
