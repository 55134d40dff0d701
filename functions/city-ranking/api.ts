import { cityRanking } from '../../shared/contract/ranking/city-ranking.ts';
import { serve } from '../http/serve.ts';
import { s3Files } from '../s3-files.ts';
import { servingWorld } from '../world.ts';
import { listGap } from './gap/list-gap.ts';
import { listOwnerChanges, listOwnerQuestions, listOwnRulings, ruleOnOwners } from './owners.ts';
import { readPolicy, readSimulation, setPolicy, simulatePolicy } from './policies.ts';
import { endCeiling, listCeilings, setCeiling } from './price-ceilings.ts';

export const endpoints = [
  readPolicy,
  setPolicy,
  simulatePolicy,
  readSimulation,
  listCeilings,
  setCeiling,
  endCeiling,
  listGap,
  listOwnerChanges,
  listOwnerQuestions,
  listOwnRulings,
  ruleOnOwners,
];

export const handler = serve(cityRanking, endpoints, servingWorld({ files: s3Files }));
