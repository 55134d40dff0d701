import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';
import { compiledFolder } from './folder.ts';

// What is compiled once every later process reads, also those it starts: they begin sooner, and in less memory.
process.env['NODE_COMPILE_CACHE'] = compiledFolder;
// Without it the market begins all the same, only later and larger.
if (!existsSync(compiledFolder)) spawnSync(process.execPath, [fileURLToPath(new URL('./compile.ts', import.meta.url))]);
enableCompileCache(compiledFolder);
await import('./run.ts');
