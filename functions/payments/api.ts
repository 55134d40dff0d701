import { payments } from '../../shared/contract/payments/payments.ts';
import { serve } from '../http/serve.ts';
import { readCodRefusal, readOwnCod, strikeCodRefusal } from './cash-on-delivery.ts';
import {
  choosePaymentWay,
  claimPayment,
  collectPayment,
  confirmPayment,
  denyReturn,
  giveBackPayment,
  notFindPayment,
  recordPayment,
  refusePayment,
} from './move-payments.ts';
import { listParkedNotices, settleParkedNotice } from './parked-notices.ts';
import { readPaymentClock } from './payment-clock.ts';
import { receivePaymentNotice } from './payment-notices.ts';
import { setPaymentProvider } from './payment-provider.ts';
import { readPaymentWays, setPaymentWays } from './payment-ways.ts';
import { listAgencyPayments, listMerchantPayments, readPayment } from './read-payments.ts';

export const endpoints = [
  readPaymentWays,
  setPaymentWays,
  setPaymentProvider,
  receivePaymentNotice,
  listParkedNotices,
  settleParkedNotice,
  readPayment,
  choosePaymentWay,
  claimPayment,
  confirmPayment,
  notFindPayment,
  collectPayment,
  refusePayment,
  recordPayment,
  giveBackPayment,
  denyReturn,
  listMerchantPayments,
  listAgencyPayments,
  readPaymentClock,
  readOwnCod,
  readCodRefusal,
  strikeCodRefusal,
];
export const handler = serve(payments, endpoints);
