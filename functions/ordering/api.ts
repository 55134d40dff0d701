import { type Files, s3Files } from '../files.ts';
import { serve } from '../serve.ts';
import { theWorld } from '../world.ts';
import { proposeAllocation, readAllocation } from './allocate.ts';
import { answerAppeal, listAppeals, listOwnAppeals, openAppeal } from './appeals.ts';
import { endCeiling, listCeilings, setCeiling } from './ceilings.ts';
import { listGap } from './gap.ts';
import { listProducts } from './list-products.ts';
import { readOwnOrdering } from './own-ordering.ts';
import { listOwnerChanges, ruleOnOwners } from './owners.ts';
import { readPolicy, readSimulation, setPolicy, simulatePolicy } from './policies.ts';
import { readDayKey, readDecision } from './read-decision.ts';

export const endpoints = [
  listProducts,
  readDecision,
  readDayKey,
  readOwnOrdering,
  openAppeal,
  listOwnAppeals,
  listAppeals,
  answerAppeal,
  proposeAllocation,
  readAllocation,
  readPolicy,
  setPolicy,
  simulatePolicy,
  readSimulation,
  listCeilings,
  setCeiling,
  endCeiling,
  listGap,
  listOwnerChanges,
  ruleOnOwners,
];

let files: Files | undefined;
export const handler = serve(endpoints, () => {
  files ??= s3Files(process.env['FILES_BUCKET'] ?? '');
  return theWorld({ files });
});
