import type { Call } from '../../entry/client.ts';
import { filled, flawAt, TextField } from '../../kit/form.tsx';
import { ifUnchanged, SettingsForm, useSettings } from '../../kit/settings.tsx';
import { today } from '../../kit/today.ts';

const bodyOf = (form: HTMLFormElement, year: string) => {
  const { pkp, pajakNomor: number, pajakSampai: until, below } = filled(form);
  return {
    pkp: pkp !== undefined,
    certificate: number ? { number, ...(until ? { until } : {}) } : null,
    belowLimitYear: below ? year : null,
  };
};

/** How a shop is taxed, in its owner's word: offices' papers name taxes by it. Nothing is withheld here. */
export const TaxesForm = ({ call, merchantId }: { call: Call; merchantId: string }) => {
  const params = { merchantId };
  const settings = useSettings(merchantId, () => call('GET /merchants/{merchantId}/taxes', { params }));
  const { known: taxes, act } = settings;
  if (!taxes) return null;
  const year = today().slice(0, 4);
  const write = (form: HTMLFormElement) =>
    call('PUT /merchants/{merchantId}/taxes', {
      params,
      body: bodyOf(form, year),
      headers: ifUnchanged(taxes.version),
    });
  return (
    <SettingsForm settings={settings} write={write} button="Simpan data pajak">
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
    </SettingsForm>
  );
};
