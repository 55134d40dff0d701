import { useRef, useState } from 'preact/hooks';
import type { Output, Sent } from '../../../../shared/contract.ts';
import { phone } from '../../../../shared/domain/basics/wording.ts';
import type { Call } from '../../../entry/client.ts';
import { type Act, useAct } from '../../../kit/act.ts';
import { Form, filled, flawAt, Summary, TextArea, TextField } from '../../../kit/form.tsx';
import { ifUnchanged } from '../../../kit/settings.tsx';
import { PlaceFields } from './place-fields.tsx';

type File = Output<'GET /merchants/{merchantId}/file'>;
type Shown = Pick<File, 'name' | 'description' | 'phone' | 'district' | 'village' | 'address'>;
type Change = Sent<'PATCH /merchants/{merchantId}'>['body'];
type Props = { readonly call: Call; readonly file: File; readonly onDone: () => void };

/** What was changed in the form: what somebody else changed meanwhile, and nobody touched here, stays theirs. */
const changeOf = (form: HTMLFormElement, shown: Shown): Change => {
  const given = filled(form);
  const typed = {
    name: given['namaToko'] ?? '',
    description: given['tentangToko'] ?? null,
    phone: given['hpToko'] ?? '',
    district: given['district'] ?? '',
    village: given['village'] ?? '',
    address: given['alamatToko'] ?? '',
  };
  const before = { ...shown, description: shown.description ?? null, phone: phone(shown.phone) };
  return Object.fromEntries(
    Object.entries(typed).filter(([name, value]) => value !== before[name as keyof typeof typed]),
  );
};

/** Another name or place that waits for the city, or what the city said of the last one. */
const Proposed = ({ call, file, act, onDone }: Props & { readonly act: Act }) => {
  const { proposed, merchantId, version } = file;
  if (proposed?.state === 'refused') return <p class="small">Usulan terakhir ditolak kota: {proposed.reason}</p>;
  if (proposed?.state !== 'open') return null;
  const withdraw = () =>
    act.run(async () => {
      const how = { params: { merchantId }, headers: ifUnchanged(version) };
      await call('POST /merchants/{merchantId}/proposal/withdraw', how).finally(onDone);
    });
  const what = [
    proposed.name && `nama “${proposed.name}”`,
    proposed.district && 'kecamatan lain',
    proposed.village && 'kelurahan lain',
  ].filter(Boolean);
  return (
    <div class="say waiting">
      <p>Menunggu persetujuan kota: {what.join(', ')}. Sampai disetujui, yang lama tetap tampil.</p>
      <button class="line" type="button" disabled={act.busy} onClick={withdraw}>
        Tarik usulan ini
      </button>
    </div>
  );
};

/** What the shop is called, where it is and how it is reached. Of a verified shop the city sees another name or place first. */
export const FactsForm = ({ call, file, onDone }: Props) => {
  const { merchantId, cityCode, village, status, version } = file;
  const [district, setDistrict] = useState(file.district);
  const [said, setSaid] = useState('');
  const shown = useRef<Shown>(file);
  const act = useAct();
  const submit = (form: HTMLFormElement) =>
    act.run(async () => {
      setSaid('');
      const body = changeOf(form, shown.current);
      if (Object.keys(body).length > 0) {
        const how = { params: { merchantId }, body, headers: ifUnchanged(version) };
        // Changed elsewhere meanwhile, it is read again before it is tried again.
        shown.current = await call('PATCH /merchants/{merchantId}', how).finally(onDone);
      }
      setSaid('Tersimpan.');
    });
  const flaw = (field: string) => flawAt(act.refusal, `/${field}`);
  return (
    <section id="data-toko">
      <h2>Data toko</h2>
      <Proposed call={call} file={file} act={act} onDone={onDone} />
      {act.refusal && <Summary refusal={act.refusal} />}
      <details>
        <summary>
          <span>Ubah nama, alamat, atau nomor HP</span>
        </summary>
        <Form onSubmit={submit}>
          <TextField
            label="Nama toko"
            name="namaToko"
            required
            maxLength={80}
            value={file.name}
            help={status === 'pending' ? undefined : 'Nama atau kecamatan baru tampil sesudah disetujui kota.'}
            flaw={flaw('name')}
          />
          <TextArea
            label="Tentang toko (boleh kosong)"
            name="tentangToko"
            rows={3}
            maxLength={1000}
            help="Tampil di halaman toko."
            value={file.description ?? ''}
            flaw={flaw('description')}
          />
          <TextField
            label="Nomor HP toko (WhatsApp)"
            name="hpToko"
            type="tel"
            required
            value={phone(file.phone)}
            flaw={flaw('phone')}
          />
          <PlaceFields
            call={call}
            cityCode={cityCode}
            district={district}
            village={district === file.district ? village : undefined}
            refusal={act.refusal}
            onDistrict={setDistrict}
          />
          <TextField
            label="Alamat toko"
            name="alamatToko"
            required
            maxLength={200}
            value={file.address}
            flaw={flaw('address')}
          />
          <button class="button" type="submit" disabled={act.busy}>
            {act.busy ? 'Menyimpan…' : 'Simpan data toko'}
          </button>
        </Form>
      </details>
      <p role="status" class="small">
        {said}
      </p>
    </section>
  );
};
