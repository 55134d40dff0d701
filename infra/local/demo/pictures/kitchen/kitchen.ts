import type { Drawing } from '../kit/palette.ts';
import { buffet } from './buffet.ts';
import { wetCakes } from './cake-tray.ts';
import { type Dish, onTheTable } from './dish.ts';
import { drinks } from './flask.ts';
import { plates } from './plates.ts';
import { riceBox, riceBoxOf } from './rice-box.ts';
import { snackBox } from './snack-box.ts';
import { soups } from './soups.ts';
import { tumpeng } from './tumpeng.ts';

const dishes: readonly (readonly [string, Dish])[] = Object.entries({ ...soups, ...plates });

/** Meals: on the table, in boxes and for a meeting. */
export const kitchen: Record<string, Drawing> = {
  'Nasi kotak rapat': riceBox,
  'Snack box isi 3': snackBox,
  'Tumpeng nasi kuning': tumpeng,
  'Prasmanan rapat': buffet,
  'Kue basah campur': wetCakes,
  'Kopi dan teh rapat': drinks,
  ...Object.fromEntries(dishes.map(([name, dish]) => [name, onTheTable(dish)])),
  ...Object.fromEntries(dishes.map(([name, dish]) => [`Nasi kotak ${name}`, riceBoxOf(dish)])),
};
