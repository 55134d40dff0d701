import * as z from 'zod';
import { isUnread, NoticeCard, PersonNotice } from '../../domain/notices/notice.ts';
import { NoticeSettings } from '../../domain/notices/settings.ts';
import { Person } from '../../domain/people/caller.ts';
import { is } from '../engine/fields.ts';
import { everyEntry, list, type PageRequest } from '../engine/pages.ts';
import { get, type Read, readOf } from '../engine/reads.ts';
import { entity, namesIn, type Table } from '../engine/table.ts';
import { put, remove, save, type Write } from '../engine/writes.ts';

const SettingsRecord = z.object({ ...NoticeSettings.shape, person: Person, version: z.int() });
export type SettingsRecord = z.infer<typeof SettingsRecord>;
const HeldCall = z.object({ person: Person, until: z.string() });
type HeldCall = z.infer<typeof HeldCall>;

// | entity         | pk         | sk              | list 1                     | list 2                                        | due              |
// | Notice         | PERSON#sub | NOTICE#id       | PERSON#sub / NOTICE#at, id | PERSON#sub / NOTICE#<waits or new>#at, id     |                  |
// | NoticeSettings | PERSON#sub | NOTICE-SETTINGS |                            |                                               |                  |
// | HeldCall       | PERSON#sub | HELD-CALL       |                            |                                               | CALLS / until, sub |
const key = (person: string, noticeId: string) => ({ pk: `PERSON#${person}`, sk: `NOTICE#${noticeId}` });
const notices = entity({
  type: 'Notice',
  schema: PersonNotice,
  key: ({ person, noticeId }: Pick<PersonNotice, 'person' | 'noticeId'>) => key(person, noticeId),
  list1: (notice) => (notice.topic === null ? undefined : { pk: `PERSON#${notice.person}`, sk: sortOfNotice(notice) }),
  list2: (notice) => {
    const open = notice.waits ? 'waits' : isUnread(notice) ? 'new' : undefined;
    return open && { pk: `PERSON#${notice.person}`, sk: `NOTICE#${open}#${notice.at}#${notice.noticeId}` };
  },
  // Its version and its end stand beside the card: a write is refused by the one, the engine forgets by the other.
  card: namesIn(NoticeCard),
});
const settingsKey = (person: string) => ({ pk: `PERSON#${person}`, sk: 'NOTICE-SETTINGS' });
const settings = entity({
  type: 'NoticeSettings',
  schema: SettingsRecord,
  key: ({ person }: Pick<SettingsRecord, 'person'>) => settingsKey(person),
});
const heldKey = (person: string) => ({ pk: `PERSON#${person}`, sk: 'HELD-CALL' });
const held = entity({
  type: 'HeldCall',
  schema: HeldCall,
  key: ({ person }: Pick<HeldCall, 'person'>) => heldKey(person),
  due: ({ person, until }) => ({ pk: 'CALLS', sk: `${until}#${person}` }),
});

/** Where a notice stands among all of its person. */
export const sortOfNotice = ({ at, noticeId }: Pick<PersonNotice, 'at' | 'noticeId'>): string =>
  `NOTICE#${at}#${noticeId}`;
/** Where it stands among those that wait. */
export const sortOfWaiting = ({ at, noticeId }: Pick<PersonNotice, 'at' | 'noticeId'>): string =>
  `NOTICE#waits#${at}#${noticeId}`;

export const getPersonNotice = (table: Table, person: string, noticeId: string) =>
  get(table, notices, key(person, noticeId));
export const noticeOf = (person: string, noticeId: string): Read<PersonNotice> =>
  readOf(notices, key(person, noticeId));

type Paging = Omit<PageRequest, 'pk' | 'prefix' | 'descending'>;
/** Everything a person was told, newest first. */
export const noticesOfPerson = (table: Table, person: string, request: Paging) =>
  list(table, NoticeCard, 'list1', { pk: `PERSON#${person}`, prefix: 'NOTICE#', descending: true, ...request });
/** What waits for a person, newest first. */
export const waitingForPerson = (table: Table, person: string, request: Paging) =>
  list(table, NoticeCard, 'list2', { pk: `PERSON#${person}`, prefix: 'NOTICE#waits#', descending: true, ...request });
/** What waits or is new, to be counted. */
export const openNotices = (table: Table, person: string, request: Paging) =>
  list(table, NoticeCard, 'list2', { pk: `PERSON#${person}`, prefix: 'NOTICE#', ...request });
export const savePersonNotice = (notice: PersonNotice): Write => save(notices, notice);

export const getNoticeSettings = (table: Table, person: string) => get(table, settings, settingsKey(person));
export const saveNoticeSettings = (record: SettingsRecord): Write => save(settings, record);

/** A call that waits for the end of somebody's quiet hours; a second one waits with it. */
export const holdPush = (call: HeldCall): Write => put(held, call);
export const releasePush = ({ person, until }: HeldCall): Write =>
  remove('HeldCall', heldKey(person), is('until', until));
/** Calls whose quiet hours are over, the longest held first. */
export const duePushes = async (table: Table, now: string): Promise<HeldCall[]> => {
  const entries = await everyEntry((after) =>
    list(table, z.object({ dsk: z.string() }), 'due', { pk: 'CALLS', limit: 100, after }),
  );
  return entries.flatMap(({ dsk }) => {
    const [until = '', ...person] = dsk.split('#');
    return until <= now ? [{ until, person: person.join('#') }] : [];
  });
};
