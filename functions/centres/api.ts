import { centres } from '../../shared/contract/centres/centres.ts';
import { serve } from '../http/serve.ts';
import { askForStall, giveStallUp, listOwnMarketDays } from './ask-for-stall.ts';
import { drawRoster } from './draw-roster.ts';
import { readMarketDay, setMarketDay } from './market-days.ts';
import { listCentres, readCentre, readCentreCalendar } from './read-centres.ts';
import { listCentreSellers, readCentreSales } from './sales.ts';
import { setCentre } from './set-centre.ts';

export const endpoints = [
  listCentres,
  readCentre,
  setCentre,
  readCentreCalendar,
  readCentreSales,
  listCentreSellers,
  readMarketDay,
  setMarketDay,
  drawRoster,
  askForStall,
  giveStallUp,
  listOwnMarketDays,
];
export const handler = serve(centres, endpoints);
