import { orders } from '../../shared/contract/orders.ts';
import { serve } from '../http/serve.ts';
import {
  acceptOrder,
  approveOrder,
  cancelOrder,
  declineOrder,
  deliverOrder,
  disputeOrder,
  rejectOrder,
} from './move-orders.ts';
import { placeOrder } from './place-order.ts';
import { listAgencyOrders, listDisputes, listMerchantOrders, listMyOrders, readOrder } from './read-orders.ts';
import { receive } from './receive-order.ts';
import { reschedule } from './reschedule-order.ts';

export const endpoints = [
  placeOrder,
  readOrder,
  approveOrder,
  rejectOrder,
  acceptOrder,
  declineOrder,
  deliverOrder,
  receive,
  cancelOrder,
  disputeOrder,
  reschedule,
  listMyOrders,
  listMerchantOrders,
  listAgencyOrders,
  listDisputes,
];
export const handler = serve(orders, endpoints);
