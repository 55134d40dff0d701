import type { DeliveryTerms } from './terms.ts';

/** What bringing goods of this sum to a district costs; null where the shop does not bring them. */
export const courierFee = (
  { courier }: Pick<DeliveryTerms, 'courier'>,
  district: string,
  goodsRupiah: number,
): number | null => {
  if (!courier) return null;
  const there = courier.districts.find((one) => one.district === district);
  const fee = there ? there.feeRupiah : courier.feeRupiah;
  if (fee === null) return null;
  return courier.freeFromRupiah !== null && goodsRupiah >= courier.freeFromRupiah ? 0 : fee;
};
