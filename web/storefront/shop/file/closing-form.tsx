import type { Output } from '../../../../shared/contract.ts';
import type { Call } from '../../../entry/client.ts';
import { useAct } from '../../../kit/act.ts';
import { longDay } from '../../../kit/days.ts';
import { Form, filled, flawAt, Summary, TextField } from '../../../kit/form.tsx';
import { today } from '../../../kit/today.ts';

type File = Output<'GET /merchants/{merchantId}/file'>;
type Props = { readonly call: Call; readonly file: File; readonly onDone: () => void };

export const closedUntil = ({ pausedUntil, cityCode }: File): string | undefined =>
  pausedUntil && pausedUntil >= today(cityCode) ? pausedUntil : undefined;

/** Closes the shop for today or longer, and opens it again: orders that came stay, new ones cannot. */
export const ClosingForm = ({ call, file, onDone }: Props) => {
  const act = useAct();
  const set = (pausedUntil: string | null) =>
    act.run(async () => {
      await call('PATCH /merchants/{merchantId}', { params: { merchantId: file.merchantId }, body: { pausedUntil } });
      onDone();
    });
  const until = closedUntil(file);
  return (
    <section id="buka">
      {act.refusal && <Summary refusal={act.refusal} />}
      {until ? (
        <>
          <p class="say">
            Toko tutup {until === today(file.cityCode) ? 'hari ini' : `sampai ${longDay(until)}`}. Pesanan baru tidak
            bisa masuk.
          </p>
          <button class="line" type="button" disabled={act.busy} onClick={() => set(null)}>
            Buka lagi sekarang
          </button>
        </>
      ) : (
        <>
          <button class="line" type="button" disabled={act.busy} onClick={() => set(today(file.cityCode))}>
            Tutup hari ini
          </button>
          <details>
            <summary>
              <span>Tutup lebih lama</span>
            </summary>
            <Form onSubmit={(form) => set(filled(form)['until'] ?? '')}>
              <TextField
                label="Tutup sampai tanggal"
                name="until"
                type="date"
                min={today(file.cityCode)}
                required
                flaw={flawAt(act.refusal, '/pausedUntil')}
              />
              <button type="submit" class="line" disabled={act.busy}>
                Tutup sampai tanggal itu
              </button>
            </Form>
          </details>
        </>
      )}
    </section>
  );
};
