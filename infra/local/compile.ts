import { consumers } from '../../events/subscriptions.ts';
import { loadConsumer } from './events/consumers.ts';
import { rendering } from './events/rendering.ts';
import { loadFunctions } from './origin/functions.ts';
import './run.ts';
import '../bundling/site-bundle.ts';

// Everything a market loads sooner or later, compiled into Node's cache (NODE_COMPILE_CACHE) by a process that ends: what
// reading TypeScript takes, some 15 MB, would stay in the memory of a market at rest. What renders is built, not compiled.
await loadFunctions();
await Promise.all(consumers.filter((consumer) => !rendering.includes(consumer)).map(loadConsumer));
