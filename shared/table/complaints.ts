import * as z from 'zod';
import { Complaint } from '../domain/complaints/complaint.ts';
import { ComplaintCard } from '../domain/complaints/complaint-card.ts';
import { ComplaintCategory } from '../domain/complaints/new-complaint.ts';
import { type Waits, waitsFor } from '../domain/complaints/states.ts';
import { ComplaintTally, type Counted } from '../domain/complaints/tally.ts';
import { is, isAbsent } from './engine/fields.ts';
import { list, type PageRequest } from './engine/pages.ts';
import { get } from './engine/reads.ts';
import { entity, namesIn, type Table } from './engine/table.ts';
import { insert, replace, save, upsert, type Write } from './engine/writes.ts';

export const ComplaintRecord = Complaint.extend({ request: z.string() });
export type ComplaintRecord = z.infer<typeof ComplaintRecord>;
/** Which office answers for which category of a city. */
export const ComplaintRoutes = z.object({
  cityCode: z.string(),
  routes: z.partialRecord(ComplaintCategory, z.string()),
  version: z.int(),
});
export type ComplaintRoutes = z.infer<typeof ComplaintRoutes>;

// | entity          | pk               | sk                    | list 1                                        | list 2                                        |
// | Complaint       | COMPLAINT#number | COMPLAINT             | CITY#35.73#COMPLAINTS#<waits> / since, number | COMPLAINTS#<office or city>#<waits> / since, number |
// | ComplaintRoutes | CITY#35.73       | COMPLAINT-ROUTES      |                                               |                                               |
// | ComplaintTally  | CITY#35.73       | COMPLAINT-TALLY#<id>  |                                               |                                               |
const key = (number: string) => ({ pk: `COMPLAINT#${number}`, sk: 'COMPLAINT' });
const sortOf = ({ updatedAt, number }: Pick<Complaint, 'updatedAt' | 'number'>) => `${updatedAt}#${number}`;
const complaints = entity({
  type: 'Complaint',
  schema: ComplaintRecord,
  key: ({ number }: Pick<Complaint, 'number'>) => key(number),
  list1: (one) => ({ pk: `CITY#${one.cityCode}#COMPLAINTS#${waitsFor(one.state)}`, sk: sortOf(one) }),
  list2: (one) => ({ pk: `COMPLAINTS#${one.agencyId ?? one.cityCode}#${waitsFor(one.state)}`, sk: sortOf(one) }),
  card: namesIn(ComplaintCard),
});
const routesKey = (cityCode: string) => ({ pk: `CITY#${cityCode}`, sk: 'COMPLAINT-ROUTES' });
const routes = entity({
  type: 'ComplaintRoutes',
  schema: ComplaintRoutes,
  key: ({ cityCode }: Pick<ComplaintRoutes, 'cityCode'>) => routesKey(cityCode),
});

type Paging = Omit<PageRequest, 'pk' | 'prefix'>;
export const getComplaint = (table: Table, number: string) => get(table, complaints, key(number));
export const complaintsOfCity = (table: Table, cityCode: string, waits: Waits, request: Paging) =>
  list(table, ComplaintCard, 'list1', { pk: `CITY#${cityCode}#COMPLAINTS#${waits}`, ...request });
export const complaintsOfAgency = (table: Table, agencyId: string, waits: Waits, request: Paging) =>
  list(table, ComplaintCard, 'list2', { pk: `COMPLAINTS#${agencyId}#${waits}`, ...request });
export const insertComplaint = (complaint: ComplaintRecord): Write => insert(complaints, complaint, true);
export const replaceComplaint = (complaint: ComplaintRecord): Write => replace(complaints, complaint);

export const getComplaintRoutes = (table: Table, cityCode: string) => get(table, routes, routesKey(cityCode));
export const saveComplaintRoutes = (chosen: ComplaintRoutes): Write => save(routes, chosen);

const TALLY = 'COMPLAINT-TALLY#';
const tallyKey = (cityCode: string, agencyId: string) => ({ pk: `CITY#${cityCode}`, sk: `${TALLY}${agencyId}` });
const counts = {
  assigned: z.int().default(0),
  answered: z.int().default(0),
  late: z.int().default(0),
  fixed: z.int().default(0),
  notFixed: z.int().default(0),
  reopened: z.int().default(0),
  rated: z.int().default(0),
  stars: z.int().default(0),
  toldRated: z.int().default(0),
  toldStars: z.int().default(0),
};
const StoredTally = ComplaintTally.extend(counts);
type Known = Pick<ComplaintTally, 'rated' | 'toldRated' | 'toldStars'>;

/** Adds to an office's tally in the commit that moves a complaint of it; `known` is the tally that a rating is added to. */
export const countComplaint = (
  cityCode: string,
  office: { agencyId: string; agencyName: string },
  counted: Counted,
  known?: Known,
): Write[] => {
  const added = Object.entries(counted).filter(([, many]) => many);
  if (added.length === 0) return [];
  return [
    upsert('ComplaintTally', tallyKey(cityCode, office.agencyId), {
      set: {
        agencyId: office.agencyId,
        agencyName: office.agencyName,
        ...(known ? { toldRated: known.toldRated, toldStars: known.toldStars } : {}),
      },
      add: Object.fromEntries(added),
      when: known ? [known.rated === 0 ? isAbsent('rated') : is('rated', known.rated)] : [],
    }),
  ];
};

export const getComplaintTally = (table: Table, cityCode: string, agencyId: string) =>
  get(table, { schema: StoredTally }, tallyKey(cityCode, agencyId));
export const complaintTallies = (table: Table, cityCode: string, request: Paging) =>
  list(table, StoredTally, undefined, { pk: `CITY#${cityCode}`, prefix: TALLY, ...request });
