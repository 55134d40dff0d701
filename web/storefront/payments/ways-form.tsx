import { useEffect, useState } from 'preact/hooks';
import type { Output } from '../../../shared/contract.ts';
import { rupiah } from '../../../shared/domain/basics/wording.ts';
import type { Call } from '../../entry/client.ts';
import { useAct } from '../../kit/act.ts';
import { filled, flawAt, Summary, TextArea, TextField } from '../../kit/form.tsx';

type Ways = Output<'GET /merchants/{merchantId}/payment-ways'>;

/** How the shop takes its money. A pasted QRIS is checked whole before it is taken. */
export const WaysForm = ({ call, merchantId }: { call: Call; merchantId: string }) => {
  const [ways, setWays] = useState<Ways>();
  const [saved, setSaved] = useState(false);
  const act = useAct();
  const params = { merchantId };
  useEffect(() => {
    void call('GET /merchants/{merchantId}/payment-ways', { params }).then(setWays, () => {});
  }, [merchantId]);
  if (!ways) return null;
  const submit = (form: HTMLFormElement) =>
    act.run(async () => {
      const { cod, most = '', qris, transfer } = filled(form);
      setSaved(false);
      const mostRupiah = Number(most.replace(/\D/g, ''));
      setWays(
        await call('PUT /merchants/{merchantId}/payment-ways', {
          params,
          body: {
            cod: cod ? { mostRupiah, districts: ways.cod?.districts ?? [] } : null,
            qris: qris ?? null,
            transfer: transfer !== undefined,
          },
        }),
      );
      setSaved(true);
    });
  const now = [
    ways.cod && `tunai sampai ${rupiah(ways.cod.mostRupiah)}`,
    ways.qris && `QRIS ${ways.qris.name}`,
    ways.transfer && 'transfer',
  ].filter(Boolean);
  return (
    <section id="cara-bayar">
      <h2>Cara pembeli membayar</h2>
      <p>{now.length > 0 ? `Sekarang: ${now.join(', ')}.` : 'Belum ada. Pilih paling sedikit satu.'}</p>
      <details>
        <summary>
          <span>Ubah cara bayar</span>
        </summary>
        <form
          class="form"
          onSubmit={(event) => {
            event.preventDefault();
            void submit(event.currentTarget);
          }}
        >
          {act.refusal && <Summary refusal={act.refusal} />}
          <label class="check">
            <input type="checkbox" name="cod" defaultChecked={ways.cod !== null} /> Tunai saat diantar (COD)
          </label>
          <TextField
            label="Tunai paling banyak (rupiah)"
            name="most"
            inputMode="numeric"
            value={String(ways.cod?.mostRupiah ?? 500_000)}
            flaw={flawAt(act.refusal, '/cod/mostRupiah')}
          />
          <TextArea
            label="Isi QRIS toko (boleh kosong)"
            name="qris"
            rows={3}
            help="Buka QRIS Anda dengan pemindai kode, salin tulisannya (diawali 000201), tempel di sini."
            flaw={flawAt(act.refusal, '/qris')}
          />
          <label class="check">
            <input type="checkbox" name="transfer" defaultChecked={ways.transfer} /> Transfer ke rekening yang terdaftar
          </label>
          <button class="button" type="submit" disabled={act.busy}>
            Simpan cara bayar
          </button>
          <p role="status" class="small">
            {saved ? 'Tersimpan.' : ''}
          </p>
        </form>
      </details>
    </section>
  );
};
