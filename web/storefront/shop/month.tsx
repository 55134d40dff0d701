import { useState } from 'preact/hooks';
import type { Output } from '../../../shared/contract.ts';
import type { Zone } from '../../../shared/domain/basics/month.ts';
import { typedNumber } from '../../../shared/domain/basics/typed/typed-number.ts';
import { dateTime, monthName, rupiah } from '../../../shared/domain/basics/wording.ts';
import type { Call } from '../../entry/client.ts';
import { useAct } from '../../kit/act.ts';
import { type Choice, Form, filled, SelectField, Summary, TextField } from '../../kit/form.tsx';
import { channelNames } from '../../kit/turnover/channels.ts';

type TurnoverMonth = Output<'GET /merchants/{merchantId}/turnover/{month}'>;
type Channel = TurnoverMonth['outside'][number]['channel'];

const channels = Object.entries(channelNames) satisfies readonly Choice[];

/** The minute before a deadline: midnight of the 11th is read as the day that is already too late. */
const lastMinute = (deadline: string): string => new Date(Date.parse(deadline) - 60_000).toISOString();

/** The month, already filled in from orders; what was sold elsewhere is added in two fields. */
export const MonthReport = ({ call, first, zone }: { call: Call; first: TurnoverMonth; zone: Zone }) => {
  const [month, setMonth] = useState(first);
  const act = useAct();
  const keep = async (outside: TurnoverMonth['outside']) => {
    const params = { merchantId: month.merchantId, month: month.month };
    setMonth(await call('PUT /merchants/{merchantId}/turnover/{month}', { params, body: { outside } }));
  };
  const save = (outside: TurnoverMonth['outside']) => act.run(() => keep(outside));
  const add = (form: HTMLFormElement) =>
    act.run(async () => {
      const { channel = 'other', rupiah: typed = '0' } = filled(form);
      await keep([...month.outside, { channel: channel as Channel, rupiah: typedNumber(typed) }]);
      // What could not be kept stays as it was typed.
      form.reset();
    });
  const flaw = act.refusal?.flaws.find(({ pointer }) => pointer.endsWith('/rupiah'))?.detail;
  return (
    <section class="sunken" id="omzet">
      <p class="small quiet">Omzet {monthName(month.month)} (berjalan)</p>
      <p class="large">{rupiah(month.platformRupiah)}</p>
      <p>dari {month.orders} pesanan. Potongan: Rp0.</p>
      {act.refusal && <Summary refusal={act.refusal} />}
      {month.outside.length > 0 && (
        <ul class="plain">
          {month.outside.map(({ channel, rupiah: amount }, index) => (
            <li key={index} class="sum">
              <span>{channelNames[channel]}</span>
              <span>
                <b>{rupiah(amount)}</b>{' '}
                <button
                  class="link small"
                  type="button"
                  aria-label={`Hapus ${channelNames[channel]} ${rupiah(amount)}`}
                  onClick={() => save(month.outside.filter((_, at) => at !== index))}
                >
                  Hapus
                </button>
              </span>
            </li>
          ))}
        </ul>
      )}
      <details>
        <summary>
          <span>Ada penjualan lain? Catat di sini</span>
        </summary>
        <Form onSubmit={add}>
          <SelectField label="Dijual" name="channel" choices={channels} />
          <TextField label="Jumlah uang (rupiah)" name="rupiah" inputMode="numeric" required flaw={flaw} />
          <button class="line" type="submit" disabled={act.busy}>
            Catat penjualan lain
          </button>
        </Form>
      </details>
      <p class="small quiet">
        {month.readers} Bisa diubah sampai {dateTime(lastMinute(month.deadline), zone)}.
      </p>
    </section>
  );
};
