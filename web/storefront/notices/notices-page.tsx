import { useState } from 'preact/hooks';
import type { Output } from '../../../shared/contract.ts';
import { whatsApp } from '../../../shared/domain/basics/wording.ts';
import type { Call } from '../../entry/client.ts';
import type { Session } from '../../entry/session.ts';
import { setUnread } from '../../entry/unread.ts';
import { useAct } from '../../kit/act.ts';
import { BottomBar } from '../../kit/bottom-bar.tsx';
import { localTime } from '../../kit/days.ts';
import { Summary } from '../../kit/form.tsx';
import { Main, Notice } from '../../kit/page.tsx';
import { PageTop } from '../../kit/page-top.tsx';
import { CallSettings, type Settings } from './call-settings.tsx';

type List = Output<'GET /me/notices'>;
type Item = List['items'][number];

/** Marked while the browser leaves for the page: the request outlives this one. */
const markSeen = ({ token }: Session, { noticeId }: Item): void =>
  void fetch(`/api/me/notices/${noticeId}/read`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    keepalive: true,
  }).catch(() => undefined);

const Row = ({ item, session }: { item: Item; session: Session }) => (
  <li>
    <a class="row notice-row" href={item.link} onClick={() => item.readAt === null && markSeen(session, item)}>
      <span>
        <b>
          {item.readAt === null && <span class="badge new">Baru</span>} {item.title}
        </b>
        <span>
          <bdi>{item.text}</bdi>
        </span>
        <span class="small quiet">
          {localTime(item.at)}
          {item.place && (
            <>
              {' · '}
              <bdi>{item.place}</bdi>
            </>
          )}
        </span>
      </span>
    </a>
    {item.send && (
      <p class="send">
        <a class="link" href={whatsApp(item.send)} rel="noopener noreferrer">
          Kabari lewat WhatsApp<span class="away">: {item.title}</span>
        </a>
      </p>
    )}
  </li>
);

export const loadNotices = async (call: Call) => {
  const [waiting, all, settings, devices] = await Promise.all([
    call('GET /me/notices', { query: { which: 'waiting', limit: 100 } }),
    call('GET /me/notices'),
    call('GET /me/notice-settings'),
    call('GET /me/devices'),
  ]);
  return { waiting, all, settings, devices: devices.items };
};

type Props = {
  readonly call: Call;
  readonly session: Session;
  readonly first: { waiting: List; all: List; settings: Settings; devices: Output<'GET /me/devices'>['items'] };
};

/** What waits for me, then what happened; what is done is gone from the first by itself. */
export const NoticesPage = ({ call, session, first }: Props) => {
  const [list, setList] = useState(first.all);
  const [waiting, setWaiting] = useState(first.waiting.items);
  const act = useAct();
  const news = list.items.filter(({ waits }) => !waits);
  const unread = [...waiting, ...list.items].some(({ readAt }) => readAt === null);
  const more = () =>
    act.run(async () => {
      const { items, next } = await call('GET /me/notices', { query: { cursor: list.next ?? undefined } });
      setList({ items: [...list.items, ...items], next });
    });
  const seen = () =>
    act.run(async () => {
      const until = new Date().toISOString();
      const left = await call('POST /me/notices/read', { body: { until } });
      const read = (item: Item): Item => ({ ...item, readAt: item.readAt ?? until });
      setList({ ...list, items: list.items.map(read) });
      setWaiting(waiting.map(read));
      setUnread(left.unread);
    });
  return (
    <>
      <PageTop title="Kabar" back="/akun/" />
      <Main>
        {act.refusal && <Summary refusal={act.refusal} />}
        {waiting.length === 0 && list.items.length === 0 && (
          <Notice title="Belum ada kabar" text="Kabar tentang pesanan, uang, dan toko Anda tampil di sini.">
            <a class="button" href="/">
              Lihat barang
            </a>
          </Notice>
        )}
        {unread && (
          <button class="line" type="button" disabled={act.busy} onClick={seen}>
            Tandai semua sudah dibaca
          </button>
        )}
        {waiting.length > 0 && (
          <section>
            <h2>Menunggu Anda ({waiting.length})</h2>
            <ul class="rows">
              {waiting.map((item) => (
                <Row key={item.noticeId} item={item} session={session} />
              ))}
            </ul>
          </section>
        )}
        {news.length > 0 && (
          <section>
            <h2>Kabar lain</h2>
            <ul class="rows">
              {news.map((item) => (
                <Row key={item.noticeId} item={item} session={session} />
              ))}
            </ul>
          </section>
        )}
        {list.next && (
          <button class="line" type="button" disabled={act.busy} onClick={more}>
            Kabar yang lebih lama
          </button>
        )}
        <CallSettings call={call} first={first.settings} devices={first.devices} />
      </Main>
      <BottomBar at="akun" />
    </>
  );
};
