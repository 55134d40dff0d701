import { useEffect, useState } from 'preact/hooks';
import type { Output, Sent } from '../../../shared/contract.ts';
import type { Call } from '../../entry/client.ts';
import { useAct } from '../../kit/act.ts';
import { type Choice, filled, flawAt, SelectField, Summary, TextField } from '../../kit/form.tsx';

type Settings = Output<'GET /agencies/{agencyId}/paper-settings'>;
type Body = Sent<'PUT /agencies/{agencyId}/paper-settings'>['body'];

const purchases: readonly Choice[] = [
  ['e-purchasing', 'Lewat pasar elektronik (surat pesanan)'],
  ['direct', 'Pengadaan langsung (menurut nilai paket)'],
];
/** Papers an office may file besides those that are always asked. */
const extras = [
  ['pemeriksaan', 'Daftar pemeriksaan barang'],
  ['spk', 'Surat perintah kerja (SPK)'],
] as const;
const SIGNERS = 3;

const bodyOf = (form: HTMLFormElement): Body => {
  const { kopPola: pattern, kopPemerintah: government, kopNama: name, kopAlamat: address, ...given } = filled(form);
  const { kopKontak: contact, kopNpwp: npwp, kopPengadaan: purchase } = given;
  const signers = Array.from({ length: SIGNERS }, (_, place) => ({
    role: given[`role${place}`] ?? '',
    name: given[`name${place}`] ?? '',
    ...(given[`nip${place}`] ? { nip: given[`nip${place}`] } : {}),
  }));
  return {
    ...(pattern ? { pattern } : {}),
    letterhead: {
      ...(government ? { government } : {}),
      ...(name ? { name } : {}),
      ...(address ? { address } : {}),
      ...(contact ? { contact } : {}),
    },
    ...(npwp ? { npwp } : {}),
    signatories: signers.filter((one) => one.role || one.name),
    extra: extras.flatMap(([kind]) => (given[kind] ? [kind] : [])),
    purchase: purchase === 'direct' ? 'direct' : 'e-purchasing',
  };
};

const Signer = ({
  place,
  known,
  flaw,
}: {
  place: number;
  known: Settings['signatories'][number] | undefined;
  flaw: (at: string) => string | undefined;
}) => (
  <fieldset>
    <legend>Penanda tangan {place + 1}</legend>
    <TextField
      label="Jabatan"
      name={`role${place}`}
      maxLength={60}
      value={known?.role}
      flaw={flaw(`/signatories/${place}/role`)}
    />
    <TextField
      label="Nama dan gelar"
      name={`name${place}`}
      maxLength={80}
      value={known?.name}
      flaw={flaw(`/signatories/${place}/name`)}
    />
    <TextField
      label="NIP (boleh kosong)"
      name={`nip${place}`}
      inputMode="numeric"
      value={known?.nip}
      flaw={flaw(`/signatories/${place}/nip`)}
    />
  </fieldset>
);

/** How an office's papers look, are numbered and signed. Papers that were issued stay as they are. */
export const PaperSettingsForm = ({ call, agencyId }: { call: Call; agencyId: string }) => {
  const [settings, setSettings] = useState<Settings>();
  const [saved, setSaved] = useState(false);
  const act = useAct();
  const params = { agencyId };
  useEffect(() => {
    void call('GET /agencies/{agencyId}/paper-settings', { params }).then(setSettings, () => {});
  }, [agencyId]);
  if (!settings) return null;
  const save = (form: HTMLFormElement) =>
    act.run(async () => {
      setSaved(false);
      const headers = settings.version > 0 ? { 'if-match': `"${settings.version}"` } : {};
      setSettings(await call('PUT /agencies/{agencyId}/paper-settings', { params, body: bodyOf(form), headers }));
      setSaved(true);
    });
  const { letterhead, signatories } = settings;
  const flaw = (at: string) => flawAt(act.refusal, at);
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        void save(event.currentTarget);
      }}
    >
      {act.refusal && <Summary refusal={act.refusal} />}
      <h3>Kop surat</h3>
      <TextField
        label="Baris pertama (boleh kosong)"
        name="kopPemerintah"
        help="Kosong berarti nama pemerintah kota."
        maxLength={80}
        value={letterhead.government}
        flaw={flaw('/letterhead/government')}
      />
      <TextField
        label="Nama dinas (boleh kosong)"
        name="kopNama"
        help="Kosong berarti nama di pasar ini."
        maxLength={120}
        value={letterhead.name}
        flaw={flaw('/letterhead/name')}
      />
      <TextField label="Alamat (boleh kosong)" name="kopAlamat" maxLength={200} value={letterhead.address} />
      <TextField
        label="Telepon, surel, situs (boleh kosong)"
        name="kopKontak"
        maxLength={160}
        value={letterhead.contact}
      />
      <TextField
        label="Pola nomor surat"
        name="kopPola"
        help="Bagian yang bisa dipakai: {nomor} {jenis} {tahun} {bulan} {romawi}. Nomor urut per tahun dan jenis surat."
        value={settings.pattern}
        flaw={flaw('/pattern')}
      />
      <TextField
        label="NPWP dinas (boleh kosong)"
        name="kopNpwp"
        help="Dipakai untuk daftar bukti potong Coretax."
        inputMode="numeric"
        value={settings.npwp}
        flaw={flaw('/npwp')}
      />
      <SelectField label="Cara pengadaan" name="kopPengadaan" value={settings.purchase} choices={purchases} />
      {Array.from({ length: SIGNERS }, (_, place) => (
        <Signer key={place} place={place} known={signatories[place]} flaw={flaw} />
      ))}
      <fieldset>
        <legend>Surat tambahan</legend>
        {extras.map(([kind, title]) => (
          <label key={kind} class="check">
            <input type="checkbox" name={kind} value="ya" defaultChecked={settings.extra.includes(kind)} />
            {title}
          </label>
        ))}
      </fieldset>
      <button class="button" type="submit" disabled={act.busy}>
        {act.busy ? 'Menyimpan…' : 'Simpan pengaturan surat'}
      </button>
      <p role="status" class="small">
        {saved ? 'Tersimpan. Surat yang sudah terbit tidak berubah.' : ''}
      </p>
    </form>
  );
};
