import * as z from 'zod';
import { Agreement, AgreementCard } from '../../domain/partners/agreement.ts';
import { Partner } from '../../domain/partners/partner.ts';
import { everyEntry, list, type PageRequest } from '../engine/pages.ts';
import { get } from '../engine/reads.ts';
import { entity, namesIn, type Table } from '../engine/table.ts';
import { insert, replace, type Write } from '../engine/writes.ts';

/** `request` tells a repeat under an Idempotency-Key. */
export const PartnerRecord = Partner.extend({ request: z.string() });
export const AgreementRecord = Agreement.extend({ request: z.string() });
export type AgreementRecord = z.infer<typeof AgreementRecord>;

// | entity    | pk         | sk           | list 1                                       |
// | Partner   | PARTNER#id | PARTNER      | PLACE#35.72#PARTNERS / addedAt, id           |
// | Agreement | PARTNER#id | AGREEMENT#id | PLACE#35.72#AGREEMENTS / wakeOn, partner, id |
const partnerKey = (partnerId: string) => ({ pk: `PARTNER#${partnerId}`, sk: 'PARTNER' });
const partners = entity({
  type: 'Partner',
  schema: PartnerRecord,
  key: ({ partnerId }: Pick<Partner, 'partnerId'>) => partnerKey(partnerId),
  list1: ({ place, addedAt, partnerId }) => ({ pk: `PLACE#${place}#PARTNERS`, sk: `${addedAt}#${partnerId}` }),
  card: namesIn(Partner),
});
const PREFIX = 'AGREEMENT#';
/** What nobody has to be reminded of stands behind all that somebody has. */
const NEVER = '9999-12-31';
const agreementKey = (partnerId: string, agreementId: string) => ({
  pk: `PARTNER#${partnerId}`,
  sk: `${PREFIX}${agreementId}`,
});
const agreements = entity({
  type: 'Agreement',
  schema: AgreementRecord,
  key: ({ partnerId, agreementId }: Pick<Agreement, 'partnerId' | 'agreementId'>) =>
    agreementKey(partnerId, agreementId),
  list1: ({ place, wakeOn, partnerId, agreementId }) => ({
    pk: `PLACE#${place}#AGREEMENTS`,
    sk: `${wakeOn ?? NEVER}#${partnerId}#${agreementId}`,
  }),
  card: namesIn(AgreementCard),
});

type Paging = Omit<PageRequest, 'pk' | 'prefix' | 'descending'>;
export const getPartner = (table: Table, partnerId: string) => get(table, partners, partnerKey(partnerId));
/** All partners of a city or a province, the oldest first: a few, never a list to page through. */
export const partnersOf = (table: Table, place: string): Promise<Partner[]> =>
  everyEntry((after) => list(table, Partner, 'list1', { pk: `PLACE#${place}#PARTNERS`, limit: 100, after }));
export const insertPartner = (partner: z.infer<typeof PartnerRecord>): Write => insert(partners, partner, true);

export const getAgreement = (table: Table, partnerId: string, agreementId: string) =>
  get(table, agreements, agreementKey(partnerId, agreementId));
export const agreementsOfPartner = (table: Table, partnerId: string): Promise<AgreementRecord[]> =>
  everyEntry((after) =>
    list(table, AgreementRecord, undefined, {
      pk: `PARTNER#${partnerId}`,
      prefix: PREFIX,
      consistent: true,
      limit: 100,
      after,
    }),
  );
/** Agreements of a place, those that somebody is reminded of first before. */
export const agreementsOf = (table: Table, place: string, request: Paging) =>
  list(table, AgreementCard, 'list1', { pk: `PLACE#${place}#AGREEMENTS`, ...request });
export const everyAgreementOf = (table: Table, place: string): Promise<AgreementCard[]> =>
  everyEntry((after) => agreementsOf(table, place, { limit: 100, after }));
export const insertAgreement = (agreement: AgreementRecord): Write => insert(agreements, agreement, true);
export const replaceAgreement = (agreement: AgreementRecord): Write => replace(agreements, agreement);
