import type { Drawing } from '../kit/palette.ts';
import { coffeeBag } from './coffee.ts';
import { eggs } from './eggs.ts';
import { oil } from './oil.ts';
import { riceSack } from './rice-sack.ts';
import { sugar } from './sugar.ts';
import { water } from './water.ts';

/** What every kitchen keeps. */
export const pantry: Record<string, Drawing> = {
  'Beras medium': riceSack,
  'Minyak goreng': oil,
  'Telur ayam': eggs,
  'Gula pasir': sugar,
  'Kopi bubuk': coffeeBag(['HITAM', 'TUBRUK', 'DAMPIT', 'ROBUSTA']),
  'Kopi robusta Lampung': coffeeBag(['LAMPUNG', 'ROBUSTA']),
  'Air mineral gelas': water,
};
