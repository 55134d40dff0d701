import { orders } from '../../shared/contract/orders/orders.ts';
import { serve } from '../http/serve.ts';
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
import { listDeliveryDays } from './placing/delivery-days.ts';
import { openCart, repeatOrder } from './placing/open-carts.ts';
import { placeOrder } from './placing/place-order.ts';
import { forgetCart, listSavedCarts, saveCart } from './placing/saved-carts.ts';
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
