import type { Output } from '../../../shared/contract.ts';
import { count, day } from '../../../shared/domain/basics/wording.ts';
import { hoursWords } from '../../../shared/domain/centres/schedule-words.ts';
import { useAct } from '../../kit/act.ts';
import { DataTable } from '../../kit/desk/data-table.tsx';
import { Summary } from '../../kit/form.tsx';
import { dasborAddress } from '../address.ts';
import type { AskedCity } from '../opened.ts';
import type { Centre } from './centre-form.tsx';
import { EditDay, type MarketDay } from './day-form.tsx';

type DayCard = Output<'GET /cities/{city}/centres/{slug}'>['days'][number];
type Props = { readonly asked: AskedCity; readonly centre: Centre };

const states: Readonly<Record<DayCard['state'], string>> = {
  asking: 'Usaha meminta lapak',
  'to-draw': 'Lapak siap dibagi',
  drawn: 'Lapak sudah dibagi',
  cancelled: 'Dibatalkan',
};

export const DayTable = ({ asked: { place }, centre, days }: Props & { readonly days: readonly DayCard[] }) => (
  <DataTable
    caption="Hari pasar mulai hari ini."
    columns={[
      {
        name: 'Hari',
        show: (one) => (
          <a href={dasborAddress(`sentra/${centre.slug}`, place, { hari: one.day })}>
            {day(one.day)}: <bdi>{one.name}</bdi>
          </a>
        ),
      },
      { name: 'Jam', show: hoursWords },
      { name: 'Lapak', number: true, show: ({ stalls }) => count(stalls) },
      { name: 'Meminta', number: true, show: ({ asked }) => count(asked) },
      { name: 'Keadaan', show: ({ state }) => states[state] },
    ]}
    rows={days}
    keyOf={(one) => one.day}
  />
);

const DrawButton = ({ asked: { call, place, again }, centre, market }: Props & { readonly market: MarketDay }) => {
  const act = useAct();
  const draw = () =>
    act.run(async () => {
      const params = { city: place.code, slug: centre.slug, day: market.day };
      await call('POST /cities/{city}/centres/{slug}/days/{day}/draw', { params });
      again();
    });
  return (
    <>
      {act.refusal && <Summary refusal={act.refusal} />}
      <button class="button" type="button" disabled={act.busy} onClick={draw}>
        Bagi lapak sekarang
      </button>
    </>
  );
};

/** Who has a stall, who waits, and the numbers that decided it. */
const RosterTable = ({
  roster,
  replay,
  dayKey,
}: Pick<MarketDay, 'replay' | 'dayKey'> & { roster: NonNullable<MarketDay['roster']> }) => (
  <>
    <DataTable
      caption="Urutan: paling sedikit mendapat lapak di sini setahun ini, lalu paling sedikit menerima pesanan, lalu undian harian. Satu pemilik satu giliran."
      columns={[
        { name: 'Usaha', show: ({ merchantName }) => <bdi>{merchantName}</bdi> },
        {
          name: 'Lapak',
          show: ({ stall, stepsBack, rank, verified }) => {
            if (stepsBack) return 'mundur';
            if (!verified) return 'tidak boleh berjualan';
            return stall === null ? (rank === null ? 'pemiliknya sudah punya giliran' : 'menunggu') : String(stall);
          },
        },
        { name: 'Urutan', number: true, show: ({ rank }) => (rank === null ? '–' : count(rank)) },
        { name: 'Lapak setahun ini', number: true, show: ({ stallsHad }) => count(stallsHad) },
        { name: 'Kelipatan pesanan', number: true, show: ({ step }) => count(step) },
      ]}
      rows={roster.rows}
      keyOf={({ merchantId }) => merchantId}
    />
    <p class="small quiet">
      {replay?.matches
        ? 'Dihitung ulang: hasilnya sama.'
        : 'Dihitung ulang: hasilnya berbeda. Laporkan ke pengelola Pasar Rata.'}{' '}
      {dayKey ? `Kunci undian ${dayKey.slice(0, 16)}…` : 'Kunci undian terbuka sehari sesudah pembagian.'}
    </p>
  </>
);

export const DayPage = ({ asked, centre, market }: Props & { readonly market: MarketDay }) => {
  const acts = asked.kinds.includes('city-admin');
  return (
    <>
      <p>
        {states[market.state]}. {count(market.asked)} usaha meminta, {count(market.stalls)} lapak.
      </p>
      {acts && market.state === 'to-draw' && <DrawButton asked={asked} centre={centre} market={market} />}
      {market.roster && <RosterTable roster={market.roster} replay={market.replay} dayKey={market.dayKey} />}
      {acts && (
        <details>
          <summary>Ubah hari pasar</summary>
          <EditDay asked={asked} centre={centre} first={market} />
        </details>
      )}
    </>
  );
};
