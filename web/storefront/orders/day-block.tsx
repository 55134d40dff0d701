import { addDays } from '../../../shared/domain/basics/month.ts';
import type { Call } from '../../entry/client.ts';
import { useAct } from '../../kit/act.ts';
import { longDay } from '../../kit/days.ts';
import { Form, filled, flawAt, Summary, TextField } from '../../kit/form.tsx';
import { ifUnchanged } from '../../kit/settings.tsx';
import { today } from '../../kit/today.ts';
import { type Order, reschedules, type Side, waits } from './states.ts';

type Props = {
  readonly call: Call;
  readonly order: Order;
  readonly sides: readonly Side[];
  readonly onDone: () => void;
};

/** Another day, from today on; the API has the last word. */
const DayForm = ({ call, order: { orderId, cityCode, deliverOn, version }, onDone }: Omit<Props, 'sides'>) => {
  const act = useAct();
  const submit = (form: HTMLFormElement) =>
    act.run(async () => {
      const { deliverOn: day = '' } = filled(form);
      const body = { deliverOn: day };
      const headers = ifUnchanged(version);
      await call('POST /orders/{orderId}/reschedule', { params: { orderId }, body, headers });
      onDone();
    });
  return (
    <Form onSubmit={submit}>
      {act.refusal && <Summary refusal={act.refusal} />}
      <TextField
        label="Hari baru"
        name="deliverOn"
        type="date"
        required
        value={deliverOn < today(cityCode) ? '' : deliverOn}
        min={today(cityCode)}
        max={addDays(today(cityCode), 366)}
        flaw={flawAt(act.refusal, '/deliverOn')}
      />
      <button class="button" type="submit" disabled={act.busy}>
        {act.busy ? 'Mengirim…' : 'Simpan hari baru'}
      </button>
    </Form>
  );
};

/** What each side is told of a day that has passed. */
const passedSentence = (order: Order, sides: readonly Side[]): string => {
  if (reschedules(order, sides)) return 'Pilih hari baru, atau batalkan pesanan.';
  if (waits(order.state))
    return order.agencyId && order.state === 'placed'
      ? 'Menunggu PPK memilih hari baru.'
      : 'Menunggu pembeli memilih hari baru.';
  return sides.includes('merchant') ? 'Kirim sekarang, atau batalkan.' : 'Hubungi penjual, atau batalkan pesanan.';
};

/** The day of an order that is not sent yet: another one for who may choose it, and what to do when it has passed. */
export const DayBlock = ({ sides, ...props }: Props) => {
  const { order } = props;
  const passed = order.deliverOn < today(order.cityCode);
  const may = reschedules(order, sides);
  if (!(waits(order.state) || order.state === 'accepted') || !(passed || may)) return null;
  if (!passed)
    return (
      <details class="block">
        <summary>Ganti hari pengantaran</summary>
        <DayForm {...props} />
      </details>
    );
  return (
    <section class="block">
      <h2>Hari pengantaran sudah lewat</h2>
      <p>
        {longDay(order.deliverOn)}. {passedSentence(order, sides)}
      </p>
      {may && <DayForm {...props} />}
    </section>
  );
};
