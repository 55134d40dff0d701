import { at, fill, ground, line } from '../kit/draw.ts';
import { words } from '../kit/lettering.ts';
import { drop } from '../kit/packs.ts';
import { type Drawing, kraft } from '../kit/palette.ts';
import { waterCup } from '../kit/tableware.ts';

export const water: Drawing = ({ accent, chance }) =>
  ground(98, 174, 82, 10) +
  fill('M28 60L44 36H172L160 60Z', kraft.light) +
  fill('M28 60H160V170H28Z', kraft.base) +
  fill('M160 60L172 36V148L160 170Z', kraft.dark) +
  fill('M86 36H106L98 60H78ZM78 60H98V88H78Z', '#e9dfc6', 0.85) +
  fill('M28 100H160V138H28Z', accent.base) +
  fill('M160 100L172 76V112L160 138Z', accent.dark) +
  words('AIR MINERAL', 96, 107, 13, '#fff', { widest: 112, weight: 2.1 }) +
  words(chance.pick(['48 GELAS', '220 ML', 'ISI 48']), 96, 126, 8, '#fff', { widest: 80 }) +
  at(58, 80, 0, 1, drop({ base: '#4a6bab', light: '#fff', dark: '#1f3b73' })) +
  line('M36 146H66M36 152H58', kraft.dark, 2) +
  at(142, 156, 0, 0.92, waterCup(accent, false)) +
  at(172, 160, 0, 0.92, waterCup(accent, chance.happens(0.5)));
