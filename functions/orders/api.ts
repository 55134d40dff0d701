import { orders } from '../../shared/contract/orders/orders.ts';
import { serve } from '../http/serve.ts';
import { listDeliveryDays } from './delivery-days.ts';
import { readDeliveryTerms, setDeliveryTerms } from './delivery-terms.ts';
import {
  acceptOrder,
  approveOrder,
  cancelOrder,
  declineOrder,
  deliverOrder,
  disputeOrder,
  rejectOrder,
} from './move-orders.ts';
import { openCart, repeatOrder } from './open-carts.ts';
import { placeOrder } from './place-order.ts';
import {
  listAgencyOrders,
  listDisputes,
  listMerchantOrders,
  listMyOrders,
  readDispute,
  readOrder,
} from './read-orders.ts';
import { receive } from './receive-order.ts';
import { reschedule } from './reschedule-order.ts';
import { forgetCart, listSavedCarts, saveCart } from './saved-carts.ts';

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
  readDispute,
  repeatOrder,
  listSavedCarts,
  saveCart,
  openCart,
  forgetCart,
  readDeliveryTerms,
  listDeliveryDays,
  setDeliveryTerms,
];
export const handler = serve(orders, endpoints);
