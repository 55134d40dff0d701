import { dayOf, monthEnd } from '../../../shared/domain/basics/month.ts';
import { type Feed, feedDueOn, type NewFeed } from '../../../shared/domain/partners/feeds/feed.ts';
import { repeated, requireNext } from '../../../shared/domain/partners/feeds/next-revision.ts';
import type { Partner } from '../../../shared/domain/partners/partner.ts';
import type { City } from '../../../shared/domain/places/city.ts';
import { Problem } from '../../../shared/problem.ts';
import { commit, type Write } from '../../../shared/table/engine/writes.ts';
import { getFeeds, insertFeed, lastFeedOf } from '../../../shared/table/partners/feeds.ts';
import { countToday } from '../../../shared/table/people/daily-counts.ts';
import { expectCity } from '../../http/access.ts';
import type { World } from '../../world.ts';
import { readFeed } from './read-feed.ts';

type Sender = { readonly sentBy: Feed['sentBy']; readonly acts?: (feed: Feed) => Promise<Write[]> };

const expectWorkedIn = async (world: World, { cities }: Partner, { city, month }: NewFeed): Promise<City> => {
  if (!cities.includes(city))
    throw new Problem('city_not_found', 'Mitra ini tidak bekerja di kota itu.', [
      { pointer: '/city', detail: `Pilih salah satu dari ${cities.join(', ')}.` },
    ]);
  const found = await expectCity(world, city);
  if (world.now() < monthEnd(month, found.zone))
    throw new Problem('month_not_over', 'Bulan ini belum selesai. Kirim setelah bulannya berakhir.', [
      { pointer: '/month', detail: 'Pilih bulan yang sudah selesai.' },
    ]);
  return found;
};

/** The revision a repeat is of: one that is there already. */
const earlierOf = async (world: World, last: Feed | undefined, revision: number): Promise<Feed | undefined> => {
  if (!last || revision > last.revision) return undefined;
  return revision === last.revision ? last : (await getFeeds(world.table, [{ ...last, revision }]))[0];
};

/**
 * Takes a partner's month: every row is looked at, and it is written when all are right. A revision is taken once: the same again
 * is the first, other figures under its number are refused. A part of a month would be read as all of it, so none is written.
 */
export const takeFeed = async (world: World, partner: Partner, given: NewFeed, { sentBy, acts }: Sender) => {
  const city = await expectWorkedIn(world, partner, given);
  const { partnerId, brand } = partner;
  const of = { partnerId, cityCode: city.cityCode, kind: given.kind, month: given.month };
  const { figures, rows, flaws, flags, sha256, bytes } = await readFeed(world, partnerId, city, given);
  const read = { rows, flaws: flaws.flaws, flawCount: flaws.count, flags: flags.flaws, flagCount: flags.count };
  if (rows === 0)
    throw new Problem('sheet_not_readable', 'Tidak ada baris di bawah judul kolom.', [
      { pointer: '/parts', detail: 'Isi paling sedikit satu baris.' },
    ]);
  if (flaws.count > 0) return { ...read, written: false, feed: null };
  const last = await lastFeedOf(world.table, of);
  const earlier = await earlierOf(world, last, given.revision);
  if (earlier) return { ...read, written: false, feed: repeated(earlier, { sha256, figures }) };
  requireNext(given, last);
  if (given.mode === 'check') return { ...read, written: false, feed: null };
  const [receivedAt, dueOn] = [world.now(), feedDueOn(given.month)];
  const feed: Feed = {
    ...of,
    brand,
    revision: given.revision,
    reason: given.reason ?? null,
    parts: given.parts,
    rows,
    bytes,
    sha256,
    receivedAt,
    dueOn,
    late: dayOf(receivedAt, city.zone) > dueOn,
    sentBy,
    flagCount: flags.count,
    figures,
  };
  const existing = await commit(world.table, [
    insertFeed(feed),
    countToday('feed', partnerId, receivedAt),
    ...((await acts?.(feed)) ?? []),
  ]);
  if (!existing) return { ...read, written: true, feed };
  // Two at once: the first stands, and this one is a repeat of it or another.
  const [first] = await getFeeds(world.table, [feed]);
  return { ...read, written: false, feed: first ? repeated(first, feed) : null };
};
