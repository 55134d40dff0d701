import { programmes } from '../../shared/contract/programmes.ts';
import { serve } from '../http/serve.ts';
import { announceSeries, changeSeries } from './announce-series.ts';
import { enrolShop, withdrawShop } from './enrol.ts';
import { giveSeats } from './give-seats.ts';
import { listOwnEnrolments } from './own-enrolments.ts';
import { listParticipants, markPresent, noteProgress } from './participants.ts';
import { listOwnSeries, listSeries, readSeries, readSeriesCalendar } from './read-series.ts';

export const endpoints = [
  ...[listSeries, announceSeries, listOwnSeries, readSeries, changeSeries, readSeriesCalendar],
  ...[listParticipants, enrolShop, withdrawShop, giveSeats, markPresent, noteProgress, listOwnEnrolments],
];
export const handler = serve(programmes, endpoints);
