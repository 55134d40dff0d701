import type { Complaint } from '../../shared/domain/complaints/complaint.ts';
import { assigned, forwarded } from '../../shared/domain/complaints/forward.ts';
import type { Moment } from '../../shared/domain/complaints/moved.ts';
import { answered, declined, duplicated, started } from '../../shared/domain/complaints/moves.ts';
import type { Verdict } from '../../shared/domain/complaints/verdict.ts';
import {
  type Caller,
  holds,
  isCityAdmin,
  type Person,
  readsCity,
  type SeatedCaller,
} from '../../shared/domain/people/caller.ts';
import { Problem } from '../../shared/problem.ts';
import { recordAct } from '../../shared/table/audit.ts';
import { type ComplaintRecord, getComplaint, getComplaintRoutes } from '../../shared/table/complaints.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { expectAgency, expectCity } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { requireVersion } from '../http/request-meta.ts';
import type { World } from '../world.ts';
import { asOf, momentOf } from './moment.ts';
import { moveWrites } from './move.ts';

type Does = (caller: Caller, complaint: Complaint) => boolean;
const ofOffice: Does = (caller, { agencyId }) =>
  agencyId !== null && holds(caller, `agency:${agencyId}`, ['approver', 'buyer']);
const ofCity: Does = (caller, { cityCode }) => isCityAdmin(caller, cityCode);
const handles: Does = (caller, complaint) => ofCity(caller, complaint) || ofOffice(caller, complaint);
const reads: Does = (caller, complaint) => readsCity(caller, complaint.cityCode) || ofOffice(caller, complaint);

/** A complaint for those whose it is; to everybody else there is none. */
const expectComplaint = async (world: World, caller: Caller, number: string, may: Does): Promise<ComplaintRecord> => {
  const complaint = await getComplaint(world.table, number);
  if (!complaint || !may(caller, complaint))
    throw new Problem('complaint_not_found', 'Pengaduan tidak ditemukan. Periksa lagi tautannya.');
  return complaint;
};

type Ask = {
  readonly params: { readonly number: string };
  readonly caller: SeatedCaller;
  readonly ifMatch: number | undefined;
};
type Decide = (complaint: Complaint, moment: Moment & { readonly by: Person }) => Complaint | Promise<Complaint>;

/** Read, decide, commit with its act and its count, answer; what changes nothing is written nowhere. */
const move = async (world: World, ask: Ask, may: Does, decide: Decide) => {
  const { caller } = ask;
  const before = await expectComplaint(world, caller, ask.params.number, may);
  const city = await expectCity(world, before.cityCode);
  const at = world.now();
  const after = await decide(before, momentOf(city, at, caller.person));
  if (after === before) return asOf(before, at);
  requireVersion(ask, before);
  const act = {
    ...({ chain: city.cityCode, at, by: caller.person, act: 'complaint-handled', person: null } as const),
    subjects: [after.number],
    details: { state: after.state },
  };
  await commit(world.table, [
    ...(await moveWrites(world, before, { ...after, request: before.request })),
    ...(await recordAct(world.table, act, caller)),
  ]);
  return asOf(after, at);
};

/** An office of the complaint's own city. */
const officeOf = async (world: World, { cityCode }: Complaint, agencyId: string) => {
  const agency = await expectAgency(world, agencyId);
  if (agency.cityCode === cityCode) return { agencyId, agencyName: agency.name };
  throw new Problem('agency_not_found', 'Dinas ini bukan dinas kota ini. Pilih dinas lain.', [
    { pointer: '/agencyId', detail: 'Pilih dinas kota ini.' },
  ]);
};

const verdictOf = async (world: World, complaint: Complaint, verdict: Verdict, moment: Moment): Promise<Complaint> => {
  if (verdict.decision === 'not-ours') return declined(complaint, verdict.reason, moment);
  if (verdict.decision === 'duplicate') {
    const other = verdict.of === complaint.number ? undefined : await getComplaint(world.table, verdict.of);
    if (other?.cityCode !== complaint.cityCode)
      throw new Problem('complaint_not_found', 'Pengaduan yang sama itu tidak ada di kota ini. Periksa nomornya.', [
        { pointer: '/of', detail: 'Tulis nomor pengaduan lain di kota ini.' },
      ]);
    // Two that are each the other's duplicate would be nobody's.
    if (other.duplicateOf !== null)
      throw new Problem(
        'complaint_not_found',
        'Pengaduan itu sendiri sama dengan pengaduan lain. Tulis nomor asalnya.',
        [{ pointer: '/of', detail: `Tulis ${other.duplicateOf}.` }],
      );
    return duplicated(complaint, verdict.of, moment);
  }
  const category = verdict.category ?? complaint.category;
  const routed = (await getComplaintRoutes(world.table, complaint.cityCode))?.routes[category];
  const agencyId = verdict.agencyId ?? routed;
  return assigned(
    complaint,
    agencyId === undefined ? undefined : await officeOf(world, complaint, agencyId),
    category,
    moment,
  );
};

export const readComplaint = endpoint('GET /complaints/{number}', async ({ params, caller }, world) =>
  asOf(await expectComplaint(world, caller, params.number, reads), world.now()),
);
export const verifyComplaint = endpoint('POST /complaints/{number}/verify', (ask, world) =>
  move(world, ask, ofCity, (complaint, moment) => verdictOf(world, complaint, ask.body, moment)),
);
export const forwardComplaint = endpoint('POST /complaints/{number}/forward', (ask, world) =>
  move(world, ask, handles, async (complaint, moment) => {
    const office = await officeOf(world, complaint, ask.body.agencyId);
    return forwarded(complaint, office, ask.body.reason, { ...moment, byCity: ofCity(ask.caller, complaint) });
  }),
);
export const startComplaint = endpoint('POST /complaints/{number}/start', (ask, world) =>
  move(world, ask, handles, started),
);
export const answerComplaint = endpoint('POST /complaints/{number}/answer', (ask, world) =>
  move(world, ask, handles, (complaint, moment) => answered(complaint, ask.body, moment)),
);
