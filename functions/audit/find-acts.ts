import type { ActKind, AuditEntry } from '../../shared/domain/audit/act.ts';
import { addDays, type Day, dayEnd, type Instant } from '../../shared/domain/basics/month.ts';
import type { City } from '../../shared/domain/places/city.ts';
import { actsBefore, actsBy, actsOfChain, actsOfKind, sortOfAct } from '../../shared/table/audit.ts';
import { fullPage, type Page } from '../../shared/table/engine/pages.ts';
import type { Table } from '../../shared/table/engine/table.ts';

type Wanted = { readonly by: string | undefined; readonly act: ActKind | undefined; readonly day: Day | undefined };
type Request = { readonly limit: number; readonly after: string | undefined };

/** Newest first, a list of acts ends where the day asked for begins. */
const sinceDay = ({ items, next }: Page<AuditEntry>, start: Instant): Page<AuditEntry> => {
  const within = items.filter(({ at }) => at >= start);
  return { items: within, next: within.length < items.length ? undefined : next };
};

const ofPerson = (table: Table, city: City, by: string, { act }: Wanted, start: Instant, request: Request) =>
  fullPage(
    request,
    async (from) => sinceDay(await actsBy(table, by, from), start),
    (entry) => entry.chain === city.cityCode && (act === undefined || entry.act === act),
    ({ at, chain, seq }) => `${at}#${chain}#${String(seq).padStart(10, '0')}`,
  );

/** A city's acts by one person, of one kind, of one day, each narrowing found by its key; newest first. */
export const findActs = async (
  table: Table,
  city: City,
  wanted: Wanted,
  { limit, after }: Request,
): Promise<Page<AuditEntry>> => {
  const { by, act, day } = wanted;
  const { cityCode: chain, zone } = city;
  const [start, end] = day === undefined ? ['', undefined] : [dayEnd(addDays(day, -1), zone), dayEnd(day, zone)];
  if (by !== undefined) return ofPerson(table, city, by, wanted, start, { limit, after: after ?? end });
  const begin = async () =>
    end === undefined ? undefined : sortOfAct(chain, (await actsBefore(table, chain, end)) + 1, act);
  const request = { limit, after: after ?? (await begin()) };
  const page = await (act === undefined ? actsOfChain(table, chain, request) : actsOfKind(table, chain, act, request));
  return sinceDay(page, start);
};
