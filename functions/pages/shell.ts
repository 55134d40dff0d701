import * as z from 'zod';
import { cachedFor } from '../reads/cached-for.ts';
import type { World } from '../world.ts';
import type { Shell } from './html.ts';

const SHELL_SECONDS = 60;
const About = z.looseObject({ origin: z.string().default('') });
const textOf = async ({ site }: World, key: string): Promise<string | undefined> => {
  const found = await site.get(key);
  return found && Buffer.from(found.bytes).toString('utf8');
};

/** What the last deployment of the site left for pages to be made of. @throws when no site was deployed yet */
export const presentShell = (world: World): Promise<Shell> =>
  cachedFor(world, 'shell', SHELL_SECONDS, async () => {
    const html = await textOf(world, 'shells/public.html');
    if (html === undefined) throw new Error('shells/public.html is missing: deploy the site first');
    const { origin } = About.parse(JSON.parse((await textOf(world, 'shells/site.json')) ?? '{}'));
    return { html, origin };
  });
