import type { RideTariff } from '../../../rules/ride-tariffs.ts';
import type { ServiceCode, VehicleCode } from './words.ts';

/** What a fare for so many kilometres lies between: the first ones have a sum of their own, each further one a rate. */
export const corridorOf = (tariff: RideTariff, km: number): { readonly from: number; readonly to: number } => {
  const further = Math.max(0, km - tariff.firstKm);
  return {
    from: Math.floor(tariff.firstFrom + further * tariff.floorPerKm),
    to: Math.ceil(tariff.firstTo + further * tariff.ceilingPerKm),
  };
};

/** On which side of the corridor a fare lies. */
export const sideOf = (tariff: RideTariff, km: number, fare: number): 'below' | 'within' | 'above' => {
  const { from, to } = corridorOf(tariff, km);
  return fare < from ? 'below' : fare > to ? 'above' : 'within';
};

/**
 * The rule is about passengers of motorcycles. Fees for goods and food are agreed between businesses: held against the table they
 * are a comparison and no judgement. Cars have rules of their own, which are not here.
 */
export const judgedAs = (service: ServiceCode, vehicle: VehicleCode): 'rule' | 'reference' | 'none' => {
  if (vehicle !== 'motorcycle') return 'none';
  return service === 'passenger' ? 'rule' : 'reference';
};
