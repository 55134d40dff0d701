import { deliveries } from '../../shared/contract/deliveries/deliveries.ts';
import { couriersByHttp } from '../couriers.ts';
import { serve } from '../http/serve.ts';
import { servingWorld } from '../world.ts';
import { listCourierPartners, setCourierPartner } from './courier-keys.ts';
import { receiveNotice } from './delivery-notices.ts';
import { cancelDelivery, sayDelivery } from './move-delivery.ts';
import { quoteDelivery } from './quote-delivery.ts';
import { listDeliveries, listShopDeliveries } from './read-deliveries.ts';
import { requestDelivery } from './request-delivery.ts';
import { readOwnSellingTerms } from './selling-terms.ts';

export const endpoints = [
  listDeliveries,
  listShopDeliveries,
  quoteDelivery,
  requestDelivery,
  sayDelivery,
  cancelDelivery,
  listCourierPartners,
  setCourierPartner,
  receiveNotice,
  readOwnSellingTerms,
];
export const handler = serve(deliveries, endpoints, servingWorld({ couriers: couriersByHttp }));
