import type { Drawing } from '../kit/palette.ts';
import { drum, mask, sharkAndCrocodile } from './figures.ts';
import { desk, shelf } from './furniture.ts';
import { keyring, plaque, tote } from './gifts.ts';
import { hiredWork } from './hired-work.ts';
import { penPot, vase } from './pots.ts';
import { printing } from './printing.ts';
import { siger } from './siger.ts';

/** What is made, printed or done. */
export const workshop: Record<string, Drawing> = {
  ...printing,
  ...hiredWork,
  'Plakat kayu': plaque,
  'Tas kanvas sablon': tote,
  'Gantungan kunci Tugu': keyring,
  'Topeng Malangan mini': mask,
  'Miniatur Suro lan Boyo': sharkAndCrocodile,
  'Kendang jimbe mini': drum,
  'Miniatur siger': siger,
  'Meja tulis jati': desk,
  'Rak buku kayu': shelf,
  'Tempat pensil anyaman': penPot,
  'Vas gerabah': vase,
};
