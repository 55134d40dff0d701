import { targets } from '../../shared/contract/targets.ts';
import { serve } from '../http/serve.ts';
import { importCivilServants } from './import-civil-servants.ts';
import { joinAsCivilServant, readCivilServant, releaseCivilServant } from './join.ts';
import { printParticipation, readParticipation, setGoal } from './participation.ts';
import { decidePurchaseProof, listPurchaseProofs, readProofPhoto, sendPurchaseProof } from './purchase-proofs.ts';

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
