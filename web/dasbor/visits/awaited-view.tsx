import { useState } from 'preact/hooks';
import type { Output } from '../../../shared/contract.ts';
import { count, dateTime } from '../../../shared/domain/basics/wording.ts';
import { visitDue } from '../../../shared/domain/visits/visit-due.ts';
import { marketTime } from '../../entry/market-time.ts';
import { shortNames } from '../../kit/categories.ts';
import { More } from '../../kit/desk/data-table.tsx';
import { Notice } from '../../kit/page.tsx';
import { districtName } from '../../kit/places.ts';
import { dasborAddress } from '../address.ts';
import type { AskedCity } from '../opened.ts';
import { pageFrom } from '../page-from.ts';
import { ScheduleForm } from './schedule-form.tsx';
import { type Visitor, visitorsFor } from './visitors.ts';

type Found = Output<'GET /cities/{city}/awaited-visits'>;
type Awaited = Found['items'][number];
export const AWAITED = 'menunggu';
const DAY_MS = 86_400_000;

const whyWords = ({ newcomer, tried }: Awaited): string =>
  `${newcomer ? 'Usaha baru' : 'Gilirannya tiba'}${tried ? '; pernah didatangi, tidak bertemu siapa pun' : ''}`;

const AwaitedRow = ({
  asked: { place },
  awaited,
  now,
  chosen,
  onChoose,
}: {
  asked: AskedCity;
  awaited: Awaited;
  now: number;
  chosen: boolean;
  onChoose: () => void;
}) => {
  const days = Math.max(0, Math.floor((now - Date.parse(awaited.since)) / DAY_MS));
  const late = now > Date.parse(visitDue(awaited));
  return (
    <li class="entry">
      <label class="check">
        <input type="checkbox" checked={chosen} onChange={onChoose} />
        <span>
          <bdi>{awaited.name}</bdi>: menunggu {count(days)} hari{late ? ', melewati 30 hari' : ''}.
        </span>
      </label>
      <p class="small quiet">
        {whyWords(awaited)} · {districtName(place.city, awaited.district)} · {shortNames[awaited.category]} ·{' '}
        <a href={dasborAddress(`usaha/${awaited.merchantId}`, place)}>
          Buka <bdi>{awaited.name}</bdi>
        </a>
      </p>
    </li>
  );
};

type Props = { readonly asked: AskedCity; readonly found: Found; readonly visitors: readonly Visitor[] };

/** Whom the city has to meet before their shops take turns, who waits for longest first; those chosen are planned together. */
const AwaitedList = ({ asked, found: { items, next }, visitors }: Props) => {
  const { place, query } = asked;
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  if (items.length === 0)
    return (
      <Notice
        title="Tidak ada yang menunggu didatangi"
        text="Usaha baru tampil di sini bila aturan urutan kota meminta kunjungan."
      />
    );
  const now = marketTime();
  const choose = (merchantId: string) => {
    const after = new Set(chosen);
    if (!after.delete(merchantId)) after.add(merchantId);
    setChosen(after);
  };
  const at = { lihat: AWAITED };
  return (
    <>
      <p>
        Sampai petugas bertemu orang di tempat usahanya, usaha ini mendapat satu pesanan lalu berdiri di belakang usaha
        lain. Catatan kunjungan berlaku di urutan dalam seperempat jam.
      </p>
      <ul class="plain">
        {items.map((awaited) => (
          <AwaitedRow
            key={awaited.ownerId}
            asked={asked}
            awaited={awaited}
            now={now}
            chosen={chosen.has(awaited.merchantId)}
            onChoose={() => choose(awaited.merchantId)}
          />
        ))}
      </ul>
      <More
        of="usaha"
        next={next ? dasborAddress('kunjungan', place, { ...at, lanjut: next }) : undefined}
        first={query['lanjut'] && dasborAddress('kunjungan', place, at)}
      />
      {visitors.length > 0 && (
        <>
          <h2>Jadwalkan yang dipilih</h2>
          <p role="status">{count(chosen.size)} usaha dipilih.</p>
          <ScheduleForm
            asked={asked}
            visitors={visitors}
            button="Jadwalkan kunjungan"
            shops={() =>
              items
                .filter(({ merchantId }) => chosen.has(merchantId))
                .map(({ merchantId, name, since }) => ({
                  merchantId,
                  name,
                  reason: `Menunggu didatangi sejak ${dateTime(since, place.city.zone)}.`,
                }))
            }
          />
        </>
      )}
    </>
  );
};

export const openAwaited = async (asked: AskedCity) => {
  const { call, place, query, kinds } = asked;
  const read = (cursor: string | undefined) =>
    call('GET /cities/{city}/awaited-visits', { params: { city: place.code }, query: { limit: 50, cursor } });
  const acts = kinds.includes('city-admin') || kinds.includes('district-officer');
  const [found, visitors] = await Promise.all([
    pageFrom(query['lanjut'], read),
    acts ? visitorsFor(asked, asked.place.city.cityCode) : [],
  ]);
  return <AwaitedList asked={asked} found={found} visitors={visitors} />;
};
