import type { Category } from '../../../../shared/domain/basics/category.ts';
import { addDays } from '../../../../shared/domain/basics/month.ts';
import type { Scene, Shop } from '../city.ts';
import { waysOf } from '../payments/shop-ways.ts';
import { officeStories } from './office.ts';
import { residentStories } from './resident.ts';
import { tellStory } from './story.ts';

/** What can be asked for today and brought this week. */
const quick: readonly Category[] = ['meeting-food', 'culinary', 'daily-needs', 'souvenirs', 'printing', 'batik'];
const MOST = 6;

/** Shops that were there from the beginning, the liveliest first: what is told of the last days needs them open. */
const settled = ({ shops, span }: Scene): Shop[] =>
  shops
    .filter(
      ({ decision, registersOn, category, pull }) =>
        decision === 'verified' &&
        registersOn <= addDays(`${span.first}-01`, 20) &&
        quick.includes(category) &&
        pull > 0,
    )
    .sort((a, b) => b.pull - a.pull)
    .slice(0, MOST);

/** Orders of the last days in every state, of the people one can sign in as. They live in one city. */
export const tellStories = (scene: Scene): void => {
  const sari = scene.shops.find(({ owner }) => owner === 'sari');
  const office = scene.offices.find(({ buyer }) => buyer === 'bayu');
  if (!sari || !office) return;
  const shops = settled(scene);
  const near = shops.filter(({ category }) => category === 'meeting-food' || category === 'culinary');
  for (const story of [
    ...residentStories(sari, shops, (shop) => waysOf(scene, shop)),
    ...officeStories(office, near.length > 0 ? near : shops),
  ])
    tellStory(scene, story);
};
