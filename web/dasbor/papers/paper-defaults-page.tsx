import type { Output, Sent } from '../../../shared/contract.ts';
import { MOST_SIGNATORIES } from '../../../shared/domain/papers/signing-parts.ts';
import { spkTermsOn } from '../../../shared/rules/spk-terms.ts';
import { BothVersions, useEdit } from '../../kit/desk/edit.tsx';
import { Form, filled, flawAt, Summary, TextArea, TextField } from '../../kit/form.tsx';
import { ifUnchanged } from '../../kit/settings.tsx';
import { today } from '../../kit/today.ts';
import { dasborAddress } from '../address.ts';
import type { AskedCity, Opened } from '../opened.ts';

type Kept = Output<'GET /cities/{city}/paper-defaults'>;
type Change = Sent<'PUT /cities/{city}/paper-defaults'>['body'];

const labels = {
  government: 'Baris pertama kop (boleh kosong)',
  contact: 'Telepon, surel, situs (boleh kosong)',
  pattern: 'Pola nomor surat (boleh kosong)',
  roles: 'Jabatan penanda tangan',
  terms: 'Syarat surat perintah kerja (boleh kosong)',
} as const;

/** Each field as it is written, for the eye. */
const written = ({ government = '', contact = '', pattern = '', roles = [], terms = [] }: Change) => ({
  government,
  contact,
  pattern,
  roles: roles.join(', '),
  terms: terms.join('\n'),
});

const changeOf = (form: HTMLFormElement): Change => {
  const { kopPemerintah: government, kopKontak: contact, kopPola: pattern, ...given } = filled(form);
  return {
    ...(government ? { government } : {}),
    ...(contact ? { contact } : {}),
    ...(pattern ? { pattern } : {}),
    roles: Array.from({ length: MOST_SIGNATORIES }, (_, at) => given[`jabatan${at}`] ?? '').filter(Boolean),
    terms: (given['kopSyarat'] ?? '').split('\n').flatMap((line) => line.trim() || []),
  };
};

/** What a city has its work orders say, and what they say while it says nothing. */
const Terms = ({ known, flaw }: FieldsProps) => {
  const own = spkTermsOn(today());
  const wrong = known.terms.findIndex((_, at) => flaw(`/terms/${at}`));
  return (
    <>
      <TextArea
        label={labels.terms}
        name="kopSyarat"
        help="Satu baris satu syarat, paling banyak 20 baris. Kosong berarti syarat bawaan di bawah ini."
        rows={8}
        value={known.terms.join('\n')}
        flaw={flaw('/terms') ?? flaw(`/terms/${wrong}`)}
      />
      {own && (
        <details>
          <summary>Syarat bawaan</summary>
          <ol>
            {own.terms.map((term) => (
              <li key={term}>{term}</li>
            ))}
          </ol>
          <p class="small quiet">
            Dasar: {own.source}.{' '}
            {!own.confirmed && 'Belum dicocokkan dengan naskah aturannya; tanyakan bagian hukum Anda.'}
          </p>
        </details>
      )}
    </>
  );
};

type FieldsProps = { readonly known: Kept; readonly flaw: (at: string) => string | undefined };
const Fields = ({ known, flaw }: FieldsProps) => (
  <>
    <TextField
      label={labels.government}
      name="kopPemerintah"
      help="Kosong berarti nama pemerintah kota."
      maxLength={80}
      value={known.government}
      flaw={flaw('/government')}
    />
    <TextField
      label={labels.contact}
      name="kopKontak"
      help="Kosong berarti tidak ditulis."
      maxLength={160}
      value={known.contact}
      flaw={flaw('/contact')}
    />
    <TextField
      label={labels.pattern}
      name="kopPola"
      help="Bagian yang bisa dipakai: {nomor} {jenis} {tahun} {bulan} {romawi}. Kosong berarti pola pasar."
      maxLength={80}
      value={known.pattern}
      flaw={flaw('/pattern')}
    />
    <fieldset>
      <legend>{labels.roles}</legend>
      <p class="small quiet">Dipakai dinas yang belum menulis nama penanda tangannya sendiri.</p>
      {Array.from({ length: MOST_SIGNATORIES }, (_, at) => (
        <TextField
          key={at}
          label={`Jabatan ${at + 1} (boleh kosong)`}
          name={`jabatan${at}`}
          maxLength={60}
          value={known.roles[at]}
          flaw={flaw(`/roles/${at}`)}
        />
      ))}
    </fieldset>
    <Terms known={known} flaw={flaw} />
  </>
);

const DefaultsForm = ({ asked: { call, place }, first }: { asked: AskedCity; first: Kept }) => {
  const params = { city: place.code };
  const edit = useEdit<Kept, Change>(
    first,
    () => call('GET /cities/{city}/paper-defaults', { params }),
    (body, version) => call('PUT /cities/{city}/paper-defaults', { params, body, headers: ifUnchanged(version) }),
  );
  const { current, conflict, act } = edit;
  const names = Object.keys(labels) as (keyof typeof labels)[];
  return (
    <>
      {act.refusal && <Summary refusal={act.refusal} />}
      {conflict && (
        <BothVersions
          fields={names.map((name) => [labels[name], written(conflict.mine)[name], written(conflict.theirs)[name]])}
          busy={act.busy}
          onMine={edit.keepMine}
          onTheirs={edit.takeTheirs}
        />
      )}
      <Form key={current.version} onSubmit={(form) => edit.save(changeOf(form))}>
        <Fields known={current} flaw={(at) => flawAt(act.refusal, at)} />
        <button class="button" type="submit" disabled={act.busy}>
          {act.busy ? 'Menyimpan…' : 'Simpan kop surat'}
        </button>
        <p role="status">{edit.saved && 'Tersimpan. Surat yang sudah terbit tidak berubah.'}</p>
      </Form>
    </>
  );
};

const Written = ({ known }: { known: Kept }) => (
  <ul>
    {(Object.keys(labels) as (keyof typeof labels)[]).map((name) => (
      <li key={name}>
        <b>{labels[name].replace(' (boleh kosong)', '')}</b>: {written(known)[name] || 'tidak diisi'}
      </li>
    ))}
  </ul>
);

/** What a city says once for the papers of all its offices. */
export const openPaperDefaults = async (asked: AskedCity): Promise<Opened> => {
  const { call, place, kinds } = asked;
  const kept = await call('GET /cities/{city}/paper-defaults', { params: { city: place.code } });
  const page = (
    <section aria-labelledby="kop-surat">
      <h1 id="kop-surat">Kop surat</h1>
      <p class="quiet">
        Berlaku untuk surat semua dinas {place.name}, kecuali yang diatur dinas itu sendiri.{' '}
        <a href={dasborAddress('pengaturan', place)}>Kembali ke Pengaturan</a>
      </p>
      {kinds.includes('city-admin') ? <DefaultsForm asked={asked} first={kept} /> : <Written known={kept} />}
    </section>
  );
  return { title: 'Kop surat', page };
};
