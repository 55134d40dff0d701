import { useState } from 'preact/hooks';
import type { Output } from '../../../shared/contract.ts';
import { day, rupiah } from '../../../shared/domain/basics/wording.ts';
import { hoursWords } from '../../../shared/domain/centres/schedule-words.ts';
import type { Call } from '../../entry/client.ts';
import { useAct } from '../../kit/act.ts';
import { ConfirmDialog } from '../../kit/desk/confirm-dialog.tsx';
import { Summary } from '../../kit/form.tsx';

type MarketDay = Output<'GET /merchants/{merchantId}/market-days'>['items'][number];

/** Where the shop stands with a day, in a sentence. */
const standing = ({ state, asks, stall, waits, asked, stalls, applyUntil }: MarketDay): string => {
  if (state === 'cancelled') return 'Dibatalkan.';
  if (stall !== null) return `Anda mendapat lapak nomor ${stall}.`;
  if (waits !== null) return `Anda urutan ${waits} yang menunggu. Lapak pindah ke Anda bila ada yang mundur.`;
  if (state === 'drawn') return 'Lapak sudah dibagi.';
  if (asks) return `Anda sudah meminta lapak. ${asked} usaha meminta, ${stalls} lapak.`;
  return state === 'asking' ? `Bisa diminta sampai ${day(applyUntil)}. ${stalls} lapak.` : 'Permintaan sudah ditutup.';
};

type ChangeProps = { readonly one: MarketDay; readonly busy: boolean; readonly onChange: () => void };
/** Asking is taken back as it was given; once stalls are given out nobody comes back, so it is asked once more. */
const Change = ({ one: { asks, stall, state }, busy, onChange }: ChangeProps) => {
  if (state === 'cancelled' || (!asks && state !== 'asking')) return null;
  if (asks && state === 'drawn')
    return (
      <ConfirmDialog
        name={stall === null ? 'Tidak jadi menunggu' : 'Mundur dari lapak ini'}
        text={`${stall === null ? 'Giliran Anda' : 'Lapak ini'} menjadi milik usaha berikutnya, dan untuk hari pasar ini tidak bisa diminta lagi.`}
        onSend={onChange}
        disabled={busy}
      />
    );
  return (
    <button class="line" type="button" disabled={busy} onClick={onChange}>
      {asks ? 'Tidak jadi meminta' : 'Minta lapak'}
    </button>
  );
};

type Props = { readonly call: Call; readonly merchantId: string };
/** Market days of the city's centres: a shop asks for a stall with one tap, and gives it up with another. */
export const StallBlock = ({ call, merchantId }: Props) => {
  const [days, setDays] = useState<readonly MarketDay[]>();
  const act = useAct();
  const load = async () =>
    setDays((await call('GET /merchants/{merchantId}/market-days', { params: { merchantId } })).items);
  const change = ({ cityCode: city, slug, day: on, asks }: MarketDay) =>
    act.run(async () => {
      const params = { city, slug, day: on, merchantId };
      await call(`${asks ? 'DELETE' : 'PUT'} /cities/{city}/centres/{slug}/days/{day}/applicants/{merchantId}`, {
        params,
      });
      await load();
    });
  return (
    <details id="lapak" onToggle={(event) => event.currentTarget.open && !days && void act.run(load)}>
      <summary>
        <span>Lapak di sentra</span>
      </summary>
      {act.refusal && <Summary refusal={act.refusal} />}
      {days?.length === 0 && <p class="quiet">Belum ada hari pasar di kota Anda.</p>}
      <ul class="stackd">
        {days?.map((one) => (
          <li class="block" key={one.slug + one.day}>
            <p>
              <b>{one.name}</b>, <bdi>{one.centreName}</bdi>
            </p>
            <p>
              {day(one.day)}, {hoursWords(one)}.{' '}
              {one.rentRupiah > 0 ? `Sewa ${rupiah(one.rentRupiah)} sehari.` : 'Tanpa sewa.'}
            </p>
            <p class="small">{standing(one)}</p>
            <Change one={one} busy={act.busy} onChange={() => change(one)} />
          </li>
        ))}
      </ul>
    </details>
  );
};
