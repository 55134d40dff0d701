import type { Drawing } from '../kit/palette.ts';
import { juice, teaJar } from './apple-and-tea.ts';
import { cakeBoxes } from './cake-boxes.ts';
import { chilliBottle, chilliPack, pecel } from './chilli-packs.ts';
import { dimsum } from './dimsum.ts';
import { hamper } from './hamper.ts';
import { pouches } from './pouches.ts';

/** What is eaten or drunk on the way home, in its pack. */
export const snacks: Record<string, Drawing> = {
  ...pouches,
  ...cakeBoxes,
  'Sambal kemasan': chilliPack,
  'Sambal bawang botol': chilliBottle,
  'Sambel pecel kemasan': pecel,
  'Sari apel': juice,
  'Teh bunga kering': teaJar,
  'Frozen dimsum': dimsum,
  'Paket oleh-oleh': hamper,
};
