import { useState } from 'preact/hooks';
import type { Output } from '../../../shared/contract.ts';
import { typedNumber } from '../../../shared/domain/basics/typed/typed-number.ts';
import { rupiah } from '../../../shared/domain/basics/wording.ts';
import type { Call } from '../../entry/client.ts';
import { filled, flawAt, TextArea, TextField } from '../../kit/form.tsx';
import { ifUnchanged, SettingsForm, useSettings } from '../../kit/settings.tsx';
import { canReadCodes, codeInPicture } from './code-in-picture.ts';

type Ways = Output<'GET /merchants/{merchantId}/payment-ways'>;

const bodyOf = (form: HTMLFormElement, known: Ways) => {
  const { cod, most = '', qris, noQris, transfer } = filled(form);
  const maxRupiah = typedNumber(most);
  return {
    cod: cod ? { maxRupiah, districts: known.cod?.districts ?? [] } : null,
    // What is not typed again stays: a QRIS is not shown again to be sent back.
    ...(noQris ? { qris: null } : qris ? { qris } : {}),
    transfer: transfer !== undefined,
  };
};

/** Nobody copies two hundred letters: where the browser can, a photo of the sticker fills them in. */
const QrisPicture = () => {
  const [said, setSaid] = useState('');
  if (!canReadCodes()) return null;
  const read = async (chosen: HTMLInputElement) => {
    const [file] = chosen.files ?? [];
    const code = file && (await codeInPicture(file));
    const field = chosen.form?.elements.namedItem('qris');
    if (code && field instanceof HTMLTextAreaElement) field.value = code;
    setSaid(
      code ? 'QRIS terbaca. Tekan Simpan cara bayar.' : 'QRIS tidak terbaca. Foto lagi dari dekat, lurus, dan terang.',
    );
  };
  return (
    <>
      <TextField
        label="Foto atau gambar QRIS"
        name="qrisPicture"
        type="file"
        accept="image/*"
        onChange={(event: Event) => void read(event.currentTarget as HTMLInputElement)}
      />
      <p role="status" class="small">
        {said}
      </p>
    </>
  );
};

type Props = {
  readonly call: Call;
  readonly merchantId: string;
  /** What the shop takes now, verified or not. */
  readonly read: () => Promise<Ways>;
  readonly helped: boolean;
};
/** How the shop takes its money. A pasted QRIS is checked in full before it is taken. */
export const WaysForm = ({ call, merchantId, read, helped }: Props) => {
  const params = { merchantId };
  const settings = useSettings(merchantId, read);
  const { known: ways, act } = settings;
  if (!ways) return null;
  const write = (form: HTMLFormElement) =>
    call('PUT /merchants/{merchantId}/payment-ways', {
      params,
      body: bodyOf(form, ways),
      headers: ifUnchanged(ways.version),
    });
  const now = [
    ways.cod && `tunai sampai ${rupiah(ways.cod.maxRupiah)}`,
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
        <SettingsForm settings={settings} write={write} button="Simpan cara bayar">
          <label class="check">
            <input type="checkbox" name="cod" defaultChecked={ways.cod !== null} /> Tunai saat diantar (COD)
          </label>
          <TextField
            label="Tunai paling banyak (rupiah)"
            name="most"
            inputMode="numeric"
            value={String(ways.cod?.maxRupiah ?? 500_000)}
            flaw={flawAt(act.refusal, '/cod/maxRupiah')}
          />
          {!helped && <QrisPicture />}
          {!helped && (
            <TextArea
              label={ways.qris ? 'Ganti QRIS toko (kosongkan bila tetap)' : 'Isi QRIS toko (boleh kosong)'}
              name="qris"
              rows={3}
              help="Buka QRIS Anda dengan pemindai kode, salin tulisannya (diawali 000201), tempel di sini."
              flaw={flawAt(act.refusal, '/qris')}
            />
          )}
          {helped && <p class="small quiet">QRIS dan rekening hanya bisa diisi pemilik dengan akunnya sendiri.</p>}
          {ways.qris && (
            <label class="check">
              <input type="checkbox" name="noQris" /> Hapus QRIS {ways.qris.name}
            </label>
          )}
          <label class="check">
            <input type="checkbox" name="transfer" defaultChecked={ways.transfer} /> Transfer ke rekening yang terdaftar
          </label>
        </SettingsForm>
      </details>
    </section>
  );
};
