import { isOfPartner, managesPartner, type Partner, readsPartner } from '../../shared/domain/partners/partner.ts';
import type { Caller } from '../../shared/domain/people/caller.ts';
import { Problem } from '../../shared/problem.ts';
import { type AgreementRecord, getAgreement, getPartner } from '../../shared/table/partners/partners.ts';
import type { World } from '../world.ts';

type May = (caller: Caller, partner: Partner) => boolean;
export const manages: May = managesPartner;
export const reads: May = readsPartner;
/** The place that agreed with it, and the partner's own people. */
export const takesPart: May = (caller, partner) => managesPartner(caller, partner) || isOfPartner(caller, partner);

/** A partner for those who may; to everybody else there is none. */
export const expectPartner = async (world: World, caller: Caller, partnerId: string, may: May): Promise<Partner> => {
  const partner = await getPartner(world.table, partnerId);
  if (!partner || !may(caller, partner))
    throw new Problem('partner_not_found', 'Mitra tidak ditemukan. Periksa lagi tautannya.');
  return partner;
};

/** An agreement of a partner that may be seen. */
export const expectAgreement = async (
  world: World,
  { partnerId, agreementId }: { readonly partnerId: string; readonly agreementId: string },
): Promise<AgreementRecord> => {
  const agreement = await getAgreement(world.table, partnerId, agreementId);
  if (!agreement) throw new Problem('agreement_not_found', 'Perjanjian tidak ditemukan. Periksa lagi tautannya.');
  return agreement;
};
