import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { World } from '../functions/world.ts';
import { stored } from './market.ts';

const numbered = (prefix: string, at: number): string => `${prefix}_${String(at).padStart(26, '0')}`;

/**
 * A shop with its goods, or an office with its figures, again and again as it stands in the table, each under ids, numbers and an
 * owner of its own.
 */
export const again = async (world: World, partition: `${'MERCHANT' | 'AGENCY'}#${string}`, many: number) => {
  const own = (await stored(world)).filter(({ pk }) => pk === partition);
  const ids = [...new Set(JSON.stringify(own).match(/\b(?:mrc|own|prd|agc)_[0-9a-z]{26}\b/g))];
  for (let at = 0; at < many; at++)
    for (const item of own) {
      const text = ids.reduce((sofar, id) => sofar.replaceAll(id, numbered(id.slice(0, 3), at)), JSON.stringify(item));
      const copy = JSON.parse(text) as Record<string, unknown>;
      // Keyed hashes of numbers: shops that share one have one owner.
      for (const [name, value] of Object.entries(copy))
        if (name.endsWith('Key') && typeof value === 'string') copy[name] = `${value}${at}`;
      await world.table.client.send(new PutCommand({ TableName: world.table.name, Item: copy }));
    }
};
