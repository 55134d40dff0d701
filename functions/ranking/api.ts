import { ranking } from '../../shared/contract/ranking/ranking.ts';
import { serve } from '../http/serve.ts';
import { s3Files, s3Site } from '../s3-files.ts';
import { servingWorld } from '../world.ts';
import { answerAppeal } from './answer-appeal.ts';
import { listAppeals, listOwnAppeals } from './appeals.ts';
import { countImpressions } from './list/impressions.ts';
import { listProducts } from './list/list-products.ts';
import { readDayKey, readDecision } from './list/read-decision.ts';
import { openAppeal } from './open-appeal.ts';
import { readOwnRanking } from './own-ranking.ts';
import { searchCity } from './search/search-city.ts';
import { proposeAllocation, readAllocation } from './splitting/propose-allocation.ts';

export const endpoints = [
  searchCity,
  listProducts,
  countImpressions,
  readDecision,
  readDayKey,
  readOwnRanking,
  openAppeal,
  listOwnAppeals,
  listAppeals,
  answerAppeal,
  proposeAllocation,
  readAllocation,
];

export const handler = serve(ranking, endpoints, servingWorld({ files: s3Files, site: s3Site }));
