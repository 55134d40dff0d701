import { register } from '../../shared/contract/register/register.ts';
import { serve } from '../http/serve.ts';
import { listAccountChanges, listHelperActs } from './account-changes.ts';
import { changeMerchant } from './change-merchant.ts';
import { closeMerchant } from './close-merchant.ts';
import { correctIdentity } from './correct-identity.ts';
import { returnMerchant, suspendMerchant, verifyMerchant } from './decide-merchant.ts';
import { confirmProposal, refuseProposal, withdrawProposal } from './decide-proposal.ts';
import { chooseColumns, readColumns } from './import/choose-columns.ts';
import { importRegister } from './import/import-register.ts';
import { listRegister } from './listing/list-register.ts';
import { printRegister } from './listing/print-register.ts';
import { readMerchantFile } from './merchant-file.ts';
import { listMerchants, readMerchant } from './read-merchants.ts';
import { readTimeline } from './read-timeline.ts';
import { registerMerchant } from './register-merchant.ts';
import { readReturnReasons, setReturnReasons } from './return-reasons.ts';

export const endpoints = [
  registerMerchant,
  readMerchant,
  readMerchantFile,
  readTimeline,
  changeMerchant,
  closeMerchant,
  listAccountChanges,
  listHelperActs,
  verifyMerchant,
  returnMerchant,
  suspendMerchant,
  confirmProposal,
  refuseProposal,
  withdrawProposal,
  correctIdentity,
  listMerchants,
  listRegister,
  printRegister,
  importRegister,
  readColumns,
  chooseColumns,
  readReturnReasons,
  setReturnReasons,
];
export const handler = serve(register, endpoints);
