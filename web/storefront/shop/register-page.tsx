import { useRef, useState } from 'preact/hooks';
import { categories } from '../../../shared/domain/basics/category-labels.ts';
import type { Call } from '../../entry/client.ts';
import { useAct } from '../../kit/act.ts';
import { lastCity } from '../../kit/address.ts';
import { BottomBar } from '../../kit/bottom-bar.tsx';
import { type Choice, Form, filled, flawAt, SelectField, Summary, TextField } from '../../kit/form.tsx';
import { Main } from '../../kit/page.tsx';
import { PageTop } from '../../kit/page-top.tsx';
import type { CityCard } from '../../kit/places.ts';
import { PlaceFields } from './file/place-fields.tsx';

const KEY = 'daftar-jual';
const draft = (): Record<string, string> => {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}') as Record<string, string>;
  } catch {
    return {};
  }
};

type Props = { readonly call: Call; readonly cities: readonly CityCard[] };

/** An application to sell, in one page; what was typed is kept on the phone until it is sent. */
export const RegisterPage = ({ call, cities }: Props) => {
  const [typed, setTyped] = useState(draft);
  const act = useAct();
  const key = useRef(crypto.randomUUID());
  // Whoever looked at no city yet says which: an application that went to another one is nobody's fault but ours.
  const here = cities.find((one) => one.cityCode === lastCity()) ?? (cities.length === 1 ? cities[0] : undefined);
  const { cityCode = here?.cityCode ?? '', district = '', kind = 'person', filler = 'owner' } = typed;
  const keep = (form: HTMLFormElement) => {
    const values = filled(form);
    setTyped(values);
    try {
      // Numbers that identify a person do not stay on a device.
      const { nik: _nik, npwp: _npwp, nib: _nib, ...rest } = values;
      localStorage.setItem(KEY, JSON.stringify(rest));
    } catch {}
  };
  const submit = (form: HTMLFormElement) =>
    act.run(async () => {
      const values = filled(form);
      const { filler: _filler, phoneShown, another, ...rest } = values;
      const body = { ...rest, phoneShown: phoneShown !== undefined, ...(another ? { another: true } : {}) };
      await call('POST /merchants', { body: body as never, headers: { 'idempotency-key': key.current } });
      localStorage.removeItem(KEY);
      location.assign('/toko-saya/');
    });
  const field = (name: string, label: string, more: Record<string, unknown> = {}) => (
    <TextField label={label} name={name} value={typed[name] ?? ''} flaw={flawAt(act.refusal, `/${name}`)} {...more} />
  );
  return (
    <>
      <PageTop title="Jual di sini" back="/akun/" />
      <Main>
        <p>Gratis, tanpa potongan. Dinas memeriksa pendaftaran, lalu barang Anda tampil ke pembeli.</p>
        {act.refusal && <Summary refusal={act.refusal} />}
        <Form onInput={keep} onSubmit={submit}>
          <SelectField
            label="Kota"
            name="cityCode"
            required
            value={cityCode}
            flaw={flawAt(act.refusal, '/cityCode')}
            choices={[['', 'Pilih kota'], ...cities.map((one): Choice => [one.cityCode, one.name])]}
          />
          <SelectField
            label="Siapa yang mengisi?"
            name="filler"
            value={filler}
            choices={[
              ['owner', 'Saya pemilik usaha'],
              ['helper', 'Saya membantu pemilik yang tidak punya HP'],
            ]}
          />
          {filler === 'helper' &&
            field('helperName', 'Nama Anda (yang membantu)', {
              required: true,
              maxLength: 80,
              help: 'Semua yang Anda lakukan untuk toko ini tercatat, dan bisa dibaca pemiliknya.',
            })}
          <SelectField
            label="Jenis usaha"
            name="kind"
            value={kind}
            choices={[
              ['person', 'Perorangan (dengan NIK)'],
              ['entity', 'Badan usaha (dengan NPWP dan NIB)'],
            ]}
          />
          {field('name', 'Nama usaha', { required: true, maxLength: 80 })}
          {field('ownerName', 'Nama pemilik', { required: true, maxLength: 80, autocomplete: 'name' })}
          {kind === 'person'
            ? field('nik', 'NIK', {
                required: true,
                inputMode: 'numeric',
                help: 'Nomornya disembunyikan; hanya empat angka terakhir yang tampil.',
              })
            : [
                field('npwp', 'NPWP', { required: true, inputMode: 'numeric' }),
                field('nib', 'NIB', { required: true, inputMode: 'numeric' }),
              ]}
          {field('phone', 'Nomor HP (WhatsApp)', {
            required: true,
            type: 'tel',
            autocomplete: 'tel',
            ...(filler === 'helper' ? { help: 'Pemilik tidak punya? Pakai nomor Anda, untuk dihubungi dinas.' } : {}),
          })}
          <label class="check">
            <input type="checkbox" name="phoneShown" defaultChecked={typed['phoneShown'] !== undefined} />
            Tampilkan nomor ini, supaya pembeli bisa bertanya lewat WhatsApp
          </label>
          <p class="small quiet">
            Tidak dicentang: nomor hanya untuk dinas dan pembeli yang memesan. Bisa diubah nanti.
          </p>
          <PlaceFields
            call={call}
            cityCode={cityCode}
            district={district}
            village={typed['village']}
            refusal={act.refusal}
          />
          {field('address', 'Alamat', { required: true, maxLength: 200 })}
          <SelectField
            label="Yang dijual"
            name="category"
            required
            value={typed['category']}
            flaw={flawAt(act.refusal, '/category')}
            choices={[['', 'Pilih yang dijual'], ...(Object.entries(categories) as [string, string][])]}
          />
          {act.refusal?.code === 'already_applied' && (
            <label class="check">
              <input type="checkbox" name="another" /> Ini usaha lain, bukan yang sudah didaftarkan
            </label>
          )}
          <button class="button" type="submit" disabled={act.busy}>
            {act.busy ? 'Mengirim…' : 'Kirim pendaftaran'}
          </button>
        </Form>
      </Main>
      <BottomBar at="akun" />
    </>
  );
};
