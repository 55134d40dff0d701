import type { Output, Sent } from '../../../shared/contract.ts';
import { MOST_SIGNATORIES, type SigningPart, signingParts } from '../../../shared/domain/papers/signing-parts.ts';
import type { Call } from '../../entry/client.ts';
import { type Choice, filled, flawAt, SelectField, TextField } from '../../kit/form.tsx';
import { ifUnchanged, SettingsForm, useSettings } from '../../kit/settings.tsx';

type Settings = Output<'GET /agencies/{agencyId}/paper-settings'>;
type Body = Sent<'PUT /agencies/{agencyId}/paper-settings'>['body'];

const purchases: readonly Choice[] = [
  ['e-purchasing', 'Pasar elektronik (surat pesanan)'],
  ['direct', 'Pengadaan langsung (menurut nilai)'],
];
/** Papers an office may file besides those that are always asked. */
const extras = [
  ['pemeriksaan', 'Daftar pemeriksaan barang'],
  ['spk', 'Surat perintah kerja (SPK)'],
] as const;
/** As many as are known and one more, to begin with; nobody who was named falls out of the form. */
const signersShown = (known: number): number => Math.min(MOST_SIGNATORIES, Math.max(3, known + 1));

const parts: readonly Choice[] = [
  ['', 'Menurut jabatannya'],
  ...Object.entries(signingParts).map(([part, { name }]): Choice => [part, `Yang ditandatangani ${name}`]),
];

const bodyOf = (form: HTMLFormElement): Body => {
  const { kopPola: pattern, kopPemerintah: government, kopNama: name, kopAlamat: address, ...given } = filled(form);
  const { kopKontak: contact, kopNpwp: npwp, kopPengadaan: purchase } = given;
  const signers = Array.from({ length: MOST_SIGNATORIES }, (_, index) => ({
    role: given[`role${index}`] ?? '',
    name: given[`name${index}`] ?? '',
    ...(given[`nip${index}`] ? { nip: given[`nip${index}`] } : {}),
    ...(given[`part${index}`] ? { part: given[`part${index}`] as SigningPart } : {}),
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

type Flaw = (at: string) => string | undefined;

const Signer = ({
  index,
  known,
  flaw,
}: {
  index: number;
  known: Settings['signatories'][number] | undefined;
  flaw: Flaw;
}) => (
  <fieldset>
    <legend>Penanda tangan {index + 1}</legend>
    <TextField
      label="Jabatan"
      name={`role${index}`}
      maxLength={60}
      value={known?.role}
      flaw={flaw(`/signatories/${index}/role`)}
    />
    <TextField
      label="Nama dan gelar"
      name={`name${index}`}
      maxLength={80}
      value={known?.name}
      flaw={flaw(`/signatories/${index}/name`)}
    />
    <TextField
      label="NIP (boleh kosong)"
      name={`nip${index}`}
      inputMode="numeric"
      value={known?.nip}
      flaw={flaw(`/signatories/${index}/nip`)}
    />
    <SelectField label="Surat yang ditandatangani" name={`part${index}`} value={known?.part ?? ''} choices={parts} />
  </fieldset>
);

/** What holds where nothing is typed. */
const inherited = (from: string | undefined, otherwise: string): string =>
  from === undefined ? otherwise : `Kosong berarti dari kota: ${from}`;

const Letterhead = ({ known, city, flaw }: { known: Settings['letterhead']; city: Settings['city']; flaw: Flaw }) => (
  <>
    <h3>Kop surat</h3>
    <TextField
      label="Baris pertama (boleh kosong)"
      name="kopPemerintah"
      help={inherited(city.government, 'Kosong berarti nama pemerintah kota.')}
      maxLength={80}
      value={known.government}
      flaw={flaw('/letterhead/government')}
    />
    <TextField
      label="Nama dinas (boleh kosong)"
      name="kopNama"
      help="Kosong berarti nama di pasar ini."
      maxLength={120}
      value={known.name}
      flaw={flaw('/letterhead/name')}
    />
    <TextField label="Alamat (boleh kosong)" name="kopAlamat" maxLength={200} value={known.address} />
    <TextField
      label="Telepon, surel, situs (boleh kosong)"
      name="kopKontak"
      help={inherited(city.contact, 'Kosong berarti tidak ditulis.')}
      maxLength={160}
      value={known.contact}
    />
  </>
);

const Extras = ({ known }: { known: Settings['extra'] }) => (
  <fieldset>
    <legend>Surat tambahan</legend>
    {extras.map(([kind, title]) => (
      <label key={kind} class="check">
        <input type="checkbox" name={kind} value="ya" defaultChecked={known.includes(kind)} />
        {title}
      </label>
    ))}
  </fieldset>
);

/** How an office's papers look, are numbered and signed. Papers that were issued stay as they are. */
export const PaperSettingsForm = ({ call, agencyId }: { call: Call; agencyId: string }) => {
  const params = { agencyId };
  const settings = useSettings(agencyId, () => call('GET /agencies/{agencyId}/paper-settings', { params }));
  const { known, act } = settings;
  if (!known) return null;
  const write = (form: HTMLFormElement) =>
    call('PUT /agencies/{agencyId}/paper-settings', {
      params,
      body: bodyOf(form),
      headers: ifUnchanged(known.version),
    });
  const flaw: Flaw = (at) => flawAt(act.refusal, at);
  return (
    <SettingsForm
      settings={settings}
      write={write}
      button="Simpan pengaturan surat"
      done="Tersimpan. Surat yang sudah terbit tidak berubah."
    >
      <Letterhead known={known.letterhead} city={known.city} flaw={flaw} />
      <TextField
        label="Pola nomor surat (boleh kosong)"
        name="kopPola"
        help={`Bagian yang bisa dipakai: {nomor} {jenis} {tahun} {bulan} {romawi}. ${inherited(known.city.pattern, 'Kosong berarti pola pasar.')}`}
        value={known.pattern}
        flaw={flaw('/pattern')}
      />
      <TextField
        label="NPWP dinas (boleh kosong)"
        name="kopNpwp"
        help="Dipakai untuk daftar bukti potong Coretax."
        inputMode="numeric"
        value={known.npwp}
        flaw={flaw('/npwp')}
      />
      <SelectField label="Cara pengadaan" name="kopPengadaan" value={known.purchase} choices={purchases} />
      <h3>Penanda tangan</h3>
      <p class="small quiet">
        Setiap surat ditandatangani oleh yang berwenang: surat pesanan oleh PPK atau pejabat pengadaan, kuitansi oleh
        PPK dan bendahara, berita acara oleh PPK dan pemeriksa, bukti bayar dan pajak oleh bendahara. Penerima barang
        dan penjual selalu ikut.
      </p>
      {known.city.roles.length > 0 && (
        <p class="small quiet">
          Bila semua penanda tangan kosong, surat memakai jabatan dari kota: {known.city.roles.join(', ')}.
        </p>
      )}
      {Array.from({ length: signersShown(known.signatories.length) }, (_, index) => (
        <Signer key={index} index={index} known={known.signatories[index]} flaw={flaw} />
      ))}
      <Extras known={known.extra} />
    </SettingsForm>
  );
};
