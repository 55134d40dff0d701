import { useState } from 'preact/hooks';
import type { Output } from '../../../shared/contract.ts';
import { count } from '../../../shared/domain/basics/wording.ts';
import { isOpen } from '../../../shared/domain/follow-ups/state-words.ts';
import type { Point } from '../../../shared/domain/places/meters.ts';
import { MOST_STOPS, routeOf } from '../../../shared/domain/visits/route.ts';
import { distance } from '../../../shared/domain/visits/words.ts';
import { Notice } from '../../kit/page.tsx';
import type { AskedCity } from '../opened.ts';
import { causeWords } from '../support/cause-words.ts';
import { followUpAddress, heldWords } from '../support/gap-list.tsx';
import { Way } from '../way.tsx';
import { ScheduleForm } from './schedule-form.tsx';
import type { Visitor } from './visitors.ts';

type Line = Output<'GET /cities/{city}/gap/{month}'>['items'][number];
type Stop = Line['shops'][number] & { readonly line: Line };

/** One shop of each owner in the district: it is one person who is visited. */
const stopsOf = (lines: readonly Line[], district: string): Stop[] =>
  lines.flatMap((line) => {
    const shop = line.shops.find((one) => one.district === district);
    return shop ? [{ ...shop, line }] : [];
  });

const StopRow = ({
  asked,
  month,
  stop,
  chosen,
  onChoose,
}: {
  asked: AskedCity;
  month: string;
  stop: Stop;
  chosen: boolean;
  onChoose: () => void;
}) => {
  const { merchantId, name, address, line } = stop;
  return (
    <li class="entry">
      <label class="check">
        <input type="checkbox" checked={chosen} onChange={onChoose} />
        <span>
          <bdi>{name}</bdi>: {count(line.monthsUnsold)} bulan belum menjual. {causeWords[line.cause].name}.
        </span>
      </label>
      <p class="small quiet">
        <bdi>{address}</bdi> · {heldWords(line.followUp)} ·{' '}
        <a href={followUpAddress(asked.place.city, merchantId, month)}>Buka {name}</a>
      </p>
    </li>
  );
};

type Props = {
  readonly asked: AskedCity;
  readonly month: string;
  readonly district: string;
  readonly lines: readonly Line[];
  readonly visitors: readonly Visitor[];
};

/** A district's shops that did not sell, in the order of a short way; those nobody has measured yet stand apart. */
export const RoutePlan = ({ asked, month, district, lines, visitors }: Props) => {
  const stops = stopsOf(lines, district).slice(0, MOST_STOPS);
  const free = stops.filter(({ line }) => !line.followUp || !isOpen(line.followUp.state));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    new Set(free.slice(0, 8).map(({ merchantId }) => merchantId)),
  );
  if (stops.length === 0)
    return (
      <Notice
        title="Tidak ada yang perlu didatangi di kecamatan ini"
        text="Rute disusun dari usaha yang dua bulan atau lebih tidak menjual. Pilih kecamatan lain, atau cari yang baru sebulan."
      >
        <Way to={asked.linkTo('perlu-didatangi', { kecamatan: district })}>Lihat semua usaha di kecamatan ini</Way>
      </Notice>
    );
  const placed = (of: readonly Stop[]): (Point & { stop: Stop })[] =>
    of.flatMap((stop) => (stop.place ? [{ ...stop.place, stop }] : []));
  const inOrder = routeOf(placed(stops)).stops.map(({ stop }) => stop);
  const apart = stops.filter(({ place }) => place === null);
  const picked = stops.filter(({ merchantId }) => chosen.has(merchantId));
  const { stops: on, meters } = routeOf(placed(picked));
  const choose = (merchantId: string) => {
    const next = new Set(chosen);
    if (!next.delete(merchantId)) next.add(merchantId);
    setChosen(next);
  };
  const list = (of: readonly Stop[]) => (
    <ul class="plain">
      {of.map((stop) => (
        <StopRow
          key={stop.merchantId}
          asked={asked}
          month={month}
          stop={stop}
          chosen={chosen.has(stop.merchantId)}
          onChoose={() => choose(stop.merchantId)}
        />
      ))}
    </ul>
  );
  return (
    <>
      <p role="status">
        {count(picked.length)} usaha dipilih.
        {on.length > 1 && ` Rute ${count(on.length)} tempat: ${distance(meters)} garis lurus; jalannya lebih panjang.`}
      </p>
      {inOrder.length > 0 && <h2>Menurut rute</h2>}
      {inOrder.length > 0 && list(inOrder)}
      {apart.length > 0 && <h2>Belum ada titik lokasi</h2>}
      {apart.length > 0 && <p class="quiet">Titiknya diukur pada kunjungan pertama; sesudah itu usaha masuk rute.</p>}
      {apart.length > 0 && list(apart)}
      {visitors.length > 0 && (
        <>
          <h2>Jadwalkan yang dipilih</h2>
          <ScheduleForm
            asked={asked}
            visitors={visitors}
            button="Jadwalkan kunjungan"
            shops={() =>
              [...on.map(({ stop }) => stop), ...picked.filter(({ place }) => place === null)].map(
                ({ merchantId, name, line }) => ({
                  merchantId,
                  name,
                  reason: `${line.monthsUnsold} bulan belum menjual. ${causeWords[line.cause].name}.`,
                }),
              )
            }
          />
        </>
      )}
    </>
  );
};
