import type { Output } from '../../shared/contract.ts';
import type { NoticeCard } from '../../shared/domain/notices/notice.ts';
import { noticeWords } from '../../shared/domain/notices/words.ts';
import { fullPage } from '../../shared/table/engine/pages.ts';
import { noticesOfPerson, sortOfNotice, sortOfWaiting, waitingForPerson } from '../../shared/table/notices/notices.ts';
import { endpoint } from '../http/endpoint.ts';
import { page } from '../http/page.ts';
import { isFor } from './count-notices.ts';

type Shown = Output<'GET /me/notices'>['items'][number];
const shown = ({ topic, facts, noticeId, kind, link, at, waits, readAt }: NoticeCard): Shown => {
  const { title, text, send = null } = topic ? noticeWords(topic, facts) : { title: '', text: '' };
  return { noticeId, kind, link, at, waits, readAt, title, text, place: facts.place ?? null, send };
};

export const listNotices = endpoint('GET /me/notices', async ({ query, caller }, world) => {
  const { which, ...paging } = query;
  const [read, sortOf] = which === 'waiting' ? [waitingForPerson, sortOfWaiting] : [noticesOfPerson, sortOfNotice];
  const found = await page(world, `notices ${which} of ${caller.person}`, paging, (request) =>
    fullPage(request, (wider) => read(world.table, caller.person, wider), isFor(caller, world), sortOf),
  );
  return { ...found, items: found.items.map(shown) };
});
