import { execFileSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleOf } from './bundle.ts';

/** Packages of native code, which a bundle cannot hold: they lie beside it, as built for the functions' machine. */
const natives: Readonly<Record<string, readonly string[]>> = {
  'photos/api': ['sharp'],
  'pages/stories/draw-stories': ['sharp'],
};

const root = join(import.meta.dirname, '..', '..');
/** ELF's name for 64-bit ARM, at byte 18 of the header (System V ABI, e_machine). */
const AARCH64 = 0xb7;

export const requireArm = (file: string): void => {
  const machine = readFileSync(file).readUInt16LE(18);
  if (machine !== AARCH64)
    throw new Error(`${file} is built for machine 0x${machine.toString(16)}, not for 64-bit ARM`);
};

/**
 * Puts native packages, in the versions of our lock file, beside the bundles that need them. npm fetches those of
 * another machine than this one, so this step alone of a deployment asks the registry.
 */
export const installNatives = (): void => {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  for (const [entry, names] of Object.entries(natives)) {
    const folder = bundleOf(entry);
    if (!existsSync(folder)) continue;
    mkdirSync(folder, { recursive: true });
    const wanted = Object.fromEntries(names.map((name) => [name, dependencies[name]]));
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies: wanted }));
    const machine = ['--cpu=arm64', '--os=linux', '--libc=glibc'];
    execFileSync('npm', ['install', '--omit=dev', '--no-audit', '--no-fund', '--ignore-scripts', ...machine], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    rmSync(join(folder, 'package-lock.json'), { force: true });
    const binaries = globSync('node_modules/**/*.node', { cwd: folder });
    if (binaries.length === 0) throw new Error(`${entry} needs native code and got none`);
    for (const binary of binaries) requireArm(join(folder, binary));
  }
};
