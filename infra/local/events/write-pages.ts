import { documentClient } from '../../../functions/world.ts';
import { localClock } from '../clock.ts';
import { localClient } from '../engine/engine.ts';
import { localWorld } from '../local-world.ts';
import { marketConsumers } from './consumers.ts';
import { writeAllPages } from './first-pages.ts';

// The process that writes every page of a market after its start.
const [folder = '', site = '', endpoint = '', origin = ''] = process.argv.slice(2);
// The market is gone: the next start writes them.
process.once('disconnect', () => process.exit(0));

const nothing = () => undefined;
const { now } = await localClock(folder);
const logger = { info: nothing, warn: console.warn, error: console.error };
const world = localWorld({ client: documentClient(localClient(endpoint)), folder, site, origin, logger, now });
const writers = marketConsumers(() => world, { sited: () => true });
await writeAllPages(world, writers, (line) => void process.send?.(line));
process.exit(0);
