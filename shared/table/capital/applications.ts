import * as z from 'zod';
import { Application, ApplicationId } from '../../domain/capital/application.ts';
import { BankId, SchemeId } from '../../domain/capital/bank.ts';
import { CapitalTally } from '../../domain/capital/tally.ts';
import { MerchantId } from '../../domain/register/merchant.ts';
import { is } from '../engine/fields.ts';
import { list, type PageRequest } from '../engine/pages.ts';
import { get, getMany, type Read, readOf } from '../engine/reads.ts';
import { entity, type Table } from '../engine/table.ts';
import { check, insert, replace, save, upsert, type Write } from '../engine/writes.ts';

export const ApplicationRecord = Application.extend({ request: z.string() });
export type ApplicationRecord = z.infer<typeof ApplicationRecord>;

// | entity       | pk             | sk                                   | list 1                                   | list 2                                          |
// | Application  | APPLICATION#id | APPLICATION                          | MERCHANT#id#APPLICATIONS / sentAt, id    | BANK#id#APPLICATIONS#<waiting or answered> / sentAt, id |
// | LastAsked    | MERCHANT#id    | LAST-ASKED#<bank>#<scheme>           |                                          |                                                 |
// | CapitalTally | CITY#35.73     | CAPITAL-TALLY#2026#<bank>#<district> |                                          |                                                 |
const key = (applicationId: string) => ({ pk: `APPLICATION#${applicationId}`, sk: 'APPLICATION' });
const sortOf = ({ sentAt, applicationId }: Pick<Application, 'sentAt' | 'applicationId'>) =>
  `${sentAt}#${applicationId}`;
const applications = entity({
  type: 'Application',
  schema: ApplicationRecord,
  key: ({ applicationId }: Pick<Application, 'applicationId'>) => key(applicationId),
  list1: (one) => ({ pk: `MERCHANT#${one.merchantId}#APPLICATIONS`, sk: sortOf(one) }),
  // What was withdrawn is in no list of its bank.
  list2: (one) =>
    one.consent.withdrawnAt === null
      ? { pk: `BANK#${one.bankId}#APPLICATIONS#${one.state === 'sent' ? 'waiting' : 'answered'}`, sk: sortOf(one) }
      : undefined,
  card: ['applicationId'],
});

/** The application by which a shop last asked a bank for a scheme: whether it still waits stands there. */
const LastAsked = z.object({
  merchantId: MerchantId,
  bankId: BankId,
  schemeId: SchemeId,
  applicationId: ApplicationId,
  version: z.int(),
});
export type LastAsked = z.infer<typeof LastAsked>;
type Asked = Pick<LastAsked, 'merchantId' | 'bankId' | 'schemeId'>;
const askedKey = ({ merchantId, bankId, schemeId }: Asked) => ({
  pk: `MERCHANT#${merchantId}`,
  sk: `LAST-ASKED#${bankId}#${schemeId}`,
});
const lastAsked = entity({ type: 'LastAsked', schema: LastAsked, key: askedKey });
export const getLastAsked = (table: Table, asked: Asked) => get(table, lastAsked, askedKey(asked));
/** The next one, refused where somebody asked in between. */
export const saveLastAsked = (asked: LastAsked): Write => save(lastAsked, asked);

type Paging = Omit<PageRequest, 'pk' | 'prefix' | 'descending'>;
const Entry = z.object({ applicationId: z.string() });
/** The ids of a list, each read whole and consistently: a list may be a moment old, a consent never is. */
const whole = async (table: Table, index: 'list1' | 'list2', request: PageRequest) => {
  const { items, next } = await list(table, Entry, index, request);
  const found = await getMany(
    table,
    applications,
    items.map(({ applicationId }) => key(applicationId)),
  );
  return { items: found.filter((one) => one !== undefined), next };
};

export const getApplication = (table: Table, applicationId: string) => get(table, applications, key(applicationId));
export const applicationOf = (applicationId: string): Read<ApplicationRecord> =>
  readOf(applications, key(applicationId));
export const applicationsOfMerchant = (table: Table, merchantId: string, request: Paging) =>
  whole(table, 'list1', { pk: `MERCHANT#${merchantId}#APPLICATIONS`, descending: true, ...request });
export const applicationsOfBank = (table: Table, bankId: string, which: 'waiting' | 'answered', request: Paging) =>
  whole(table, 'list2', { pk: `BANK#${bankId}#APPLICATIONS#${which}`, descending: which === 'answered', ...request });
export const insertApplication = (application: ApplicationRecord): Write => insert(applications, application, true);
/** The next version, refused when anybody wrote in between: an opening and a withdrawal never pass each other. */
export const replaceApplication = (application: ApplicationRecord): Write => replace(applications, application);
/** That nobody wrote since an application was read. */
export const applicationStands = ({ applicationId, version }: Pick<Application, 'applicationId' | 'version'>): Write =>
  check('Application', key(applicationId), is('version', version));
export const sortOfApplication = sortOf;

const TALLY = 'CAPITAL-TALLY#';
type Counted = Partial<Pick<CapitalTally, 'sent' | 'accepted' | 'declined'>>;
/** Adds to the year's tally of a bank and a district, in the commit that moves an application. */
export const countApplication = (
  year: string,
  { cityCode, bankId, bankName, district }: Application,
  counted: Counted,
): Write[] => {
  if (Object.keys(counted).length === 0) return [];
  return [
    upsert(
      'CapitalTally',
      { pk: `CITY#${cityCode}`, sk: `${TALLY}${year}#${bankId}#${district}` },
      { set: { bankId, bankName, district }, add: counted },
    ),
  ];
};
const StoredTally = CapitalTally.extend({
  sent: z.int().default(0),
  accepted: z.int().default(0),
  declined: z.int().default(0),
});
export const capitalTallies = (
  table: Table,
  cityCode: string,
  year: string,
  request: Omit<PageRequest, 'pk' | 'prefix'>,
) => list(table, StoredTally, undefined, { pk: `CITY#${cityCode}`, prefix: `${TALLY}${year}#`, ...request });
