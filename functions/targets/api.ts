import { targets } from '../../shared/contract/targets.ts';
import { serve } from '../http/serve.ts';
import { decidePurchaseProof } from './decide-proof.ts';
import { importCivilServants } from './import-civil-servants.ts';
import { joinAsCivilServant } from './join.ts';
import { readParticipation } from './participation.ts';
import { printParticipation } from './print-participation.ts';
import { listPurchaseProofs, readProofPhoto } from './purchase-proofs.ts';
import { readCivilServant } from './read-civil-servant.ts';
import { releaseCivilServant } from './release-civil-servant.ts';
import { sendPurchaseProof } from './send-proof.ts';
import { setGoal } from './set-goal.ts';

export const endpoints = [
  readParticipation,
  printParticipation,
  setGoal,
  importCivilServants,
  releaseCivilServant,
  listPurchaseProofs,
  readProofPhoto,
  decidePurchaseProof,
  readCivilServant,
  joinAsCivilServant,
  sendPurchaseProof,
];
export const handler = serve(targets, endpoints);
