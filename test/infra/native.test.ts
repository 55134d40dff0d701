import { globSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { requireArm } from '../../infra/bundling/native.ts';

describe('native code beside a bundle', () => {
  test('is refused when it was built for another machine than the functions have', () => {
    const [ours] = globSync('node_modules/@img/sharp-linux-x64/**/*.node');
    if (ours) expect(() => requireArm(ours)).toThrow(/not for 64-bit ARM/);
    const file = join(mkdtempSync(join(tmpdir(), 'pasar-rata-elf-')), 'arm.node');
    const header = Buffer.alloc(64);
    header.writeUInt16LE(0xb7, 18);
    writeFileSync(file, header);
    expect(() => requireArm(file)).not.toThrow();
  });
});
