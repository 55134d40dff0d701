import { useEffect, useState } from 'preact/hooks';
import type { Output } from '../../../shared/contract.ts';
import type { Call } from '../../entry/client.ts';
import { useAct } from '../../kit/act.ts';
import { today } from '../../kit/days.ts';
import { filled, flawAt, Summary, TextField } from '../../kit/form.tsx';

type Taxes = Output<'GET /merchants/{merchantId}/taxes'>;

/** How a shop is taxed, in its owner's word: offices' papers name taxes by it. Nothing is withheld here. */
export const TaxesForm = ({ call, merchantId }: { call: Call; merchantId: string }) => {
  const [taxes, setTaxes] = useState<Taxes>();
  const [saved, setSaved] = useState(false);
  const act = useAct();
  const params = { merchantId };
  useEffect(() => {
    void call('GET /merchants/{merchantId}/taxes', { params }).then(setTaxes, () => {});
  }, [merchantId]);
  if (!taxes) return null;
  const year = today().slice(0, 4);
  const save = (form: HTMLFormElement) =>
    act.run(async () => {
      setSaved(false);
      const { pkp, pajakNomor: number, pajakSampai: until, below } = filled(form);
      const body = {
        pkp: pkp !== undefined,
        certificate: number ? { number, ...(until ? { until } : {}) } : null,
        belowLimitYear: below ? year : null,
      };
      const headers = taxes.version > 0 ? { 'if-match': `"${taxes.version}"` } : {};
      setTaxes(await call('PUT /merchants/{merchantId}/taxes', { params, body, headers }));
      setSaved(true);
    });
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        void save(event.currentTarget);
      }}
    >
      {act.refusal && <Summary refusal={act.refusal} />}
      <p class="small quiet">
        Dipakai untuk rincian pajak pada surat dinas. Pasar tidak memungut pajak; bendahara dinas yang memungut.
      </p>
      <label class="check">
        <input type="checkbox" name="below" value="ya" defaultChecked={taxes.belowLimitYear === year} />
        Omzet saya tahun {year} paling banyak Rp500 juta, dan saya punya surat pernyataannya
      </label>
      <TextField
        label="Nomor Surat Keterangan PP 55 (boleh kosong)"
        name="pajakNomor"
        maxLength={60}
        value={taxes.certificate?.number}
        flaw={flawAt(act.refusal, '/certificate/number')}
      />
      <TextField
        label="Berlaku sampai (boleh kosong)"
        name="pajakSampai"
        type="date"
        value={taxes.certificate?.until}
        flaw={flawAt(act.refusal, '/certificate/until')}
      />
      <label class="check">
        <input type="checkbox" name="pkp" value="ya" defaultChecked={taxes.pkp} />
        Saya pengusaha kena pajak (PKP); harga saya termasuk PPN
      </label>
      <button class="button" type="submit" disabled={act.busy}>
        {act.busy ? 'Menyimpan…' : 'Simpan data pajak'}
      </button>
      <p role="status" class="small">
        {saved ? 'Tersimpan.' : ''}
      </p>
    </form>
  );
};
