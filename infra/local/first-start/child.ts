import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { signerOf } from '../../../shared/domain/basics/keys/signature.ts';
import type { Table } from '../../../shared/table/engine/table.ts';
import { Advice, adviceOf } from '../advice.ts';
import { buildDemo } from '../demo/build.ts';
import { loadTable } from '../engine/load-table.ts';
import { folderFiles } from '../files.ts';
import { keptSecretOf } from '../kept-secret.ts';
import { SECRET, TABLE } from '../local-world.ts';
import { noShelf } from '../memory/kept.ts';
import { MemoryTable } from '../memory/memory-table.ts';
import { parsedOnce } from '../memory/parsed.ts';
import { fileShelf } from '../memory/shelf.ts';
import { type Asked, filesIn, type Message, SHELF } from './growing.ts';
import { previewOf } from './preview.ts';

// The process in which a province grows up: a year in a table in memory, then that table in the engine's file.
const [folder = '', until = '', size = '', origin = '', room = ''] = process.argv.slice(2);
const tell = (message: Message) => new Promise<void>((resolve) => process.send?.(message, () => resolve()));
// Whoever started us is gone, even killed: the next start begins again.
process.once('disconnect', () => process.exit(1));

/** A draft: what an interrupted start leaves of it goes with the next one. */
const laidDown = join(folder, 'draft-shelf');
const memory = new MemoryTable(TABLE, undefined, room === SHELF ? fileShelf(laidDown) : noShelf);
const table: Table = { client: memory.client, name: TABLE, pause: async () => undefined, parsed: parsedOnce() };
let now = until;
const preview = previewOf(table, folder, () => now);
process.on('message', ({ ask, event, context }: Asked) => {
  preview(event, context).then(
    (answer) => tell({ ask, answer }),
    () => tell({ ask }),
  );
});

try {
  const signer = signerOf(await keptSecretOf(folder, 'signing'));
  const ground = { table, secret: SECRET, signer, origin };
  const options = { ...ground, files: folderFiles(filesIn(folder)), until, dir: folder };
  const report = (line: string) => void tell({ line });
  const dayLived = async (at: string) => {
    now = at;
    memory.rest();
    void tell({ livedUntil: at });
    // The year is one long run of microtasks: visitors are answered between its days.
    await setImmediate();
  };
  await buildDemo({ ...options, report, dayLived }, JSON.parse(size));
  await loadTable(folder, TABLE, memory.all());
  await rm(laidDown, { force: true });
  await tell({ grown: true });
  process.exit(0);
} catch (error) {
  const advice = adviceOf(error);
  await tell({ failed: advice instanceof Advice ? advice.message : String((error as Error).stack) });
  process.exit(1);
}
