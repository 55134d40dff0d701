import { register } from '../../shared/contract/register.ts';
import { serve } from '../http/serve.ts';
import { changeMerchant } from './change-merchant.ts';
import { returnMerchant, suspendMerchant, verifyMerchant } from './decide-merchant.ts';
import { listAccountChanges, listMerchants, listRegister, readMerchant, readMerchantFile } from './read-merchants.ts';
import { registerMerchant } from './register-merchant.ts';

export const endpoints = [
  registerMerchant,
  readMerchant,
  readMerchantFile,
  changeMerchant,
  listAccountChanges,
  verifyMerchant,
  returnMerchant,
  suspendMerchant,
  listMerchants,
  listRegister,
];
export const handler = serve(register, endpoints);
