import type { Output, Sent } from '../../../shared/contract.ts';
import { typedNumber } from '../../../shared/domain/basics/typed/typed-number.ts';
import { type NeedCode, needNames } from '../../../shared/domain/capital/needs.ts';
import type { Act } from '../../kit/act.ts';
import { type Choice, Form, filled, flawAt, SelectField, Summary, TextArea, TextField } from '../../kit/form.tsx';

export type Bank = Output<'GET /banks/{bankId}'>;
export type BankChange = Sent<'PUT /banks/{bankId}'>['body'];
type Scheme = Bank['schemes'][number];

const kurChoices: readonly Choice[] = [
  ['', 'Bukan KUR'],
  ['super-micro', 'KUR super mikro'],
  ['micro', 'KUR mikro'],
  ['small', 'KUR kecil'],
];
const kindChoices: readonly Choice[] = [
  ['loan', 'Pinjaman'],
  ['invoice', 'Talangan tagihan dinas'],
];
const needs = Object.entries(needNames) as [NeedCode, string][];

/** A scheme as the form says it; one without a name is left out. */
const schemeAt = (form: Record<string, string>, known: Scheme | undefined, at: number): BankChange['schemes'] => {
  const said = (field: string) => form[`${field}-${at}`];
  const name = said('skema');
  if (name === undefined) return [];
  return [
    {
      schemeId: known?.schemeId ?? null,
      name,
      terms: said('ketentuan') ?? '',
      source: said('sumber') ?? '',
      kind: (said('jenis') ?? 'loan') as Scheme['kind'],
      kur: (said('kur') ?? null) as Scheme['kur'],
      fromRupiah: typedNumber(said('dari')),
      upToRupiah: typedNumber(said('sampai')),
      monthsInBusiness: typedNumber(said('bulan')),
      needs: needs.map(([code]) => code).filter((code) => said(`syarat-${code}`)),
      validFrom: said('mulai') ?? '',
      validTo: said('akhir') ?? null,
    },
  ];
};

/** What the form says of a bank. */
const changeOf = (form: HTMLFormElement, schemes: readonly Scheme[]): BankChange => {
  const said = filled(form);
  const all = [...schemes, undefined].flatMap((known, at) => schemeAt(said, known, at));
  return { name: said['nama'] ?? '', about: said['tentang'] ?? '', open: said['terbuka'] !== undefined, schemes: all };
};

type SchemeProps = { readonly act: Act; readonly scheme?: Scheme | undefined; readonly at: number };
const SchemeFields = ({ act, scheme, at }: SchemeProps) => {
  const flaw = (field: string) => flawAt(act.refusal, `/schemes/${at}/${field}`);
  const text = (label: string, name: string, field: keyof Scheme, more: Record<string, unknown> = {}) => (
    <TextField label={label} name={`${name}-${at}`} value={scheme?.[field] ?? ''} flaw={flaw(field)} {...more} />
  );
  return (
    <details open={act.refusal?.flaws.some(({ pointer }) => pointer.startsWith(`/schemes/${at}/`))}>
      <summary>
        <span>{scheme ? scheme.name : 'Tambah skema'}</span>
      </summary>
      {text('Nama skema', 'skema', 'name', {
        maxLength: 80,
        help: scheme ? 'Kosongkan untuk menghapus skema ini.' : 'Kosong: tidak ada skema baru.',
      })}
      <SelectField label="Jenis" name={`jenis-${at}`} choices={kindChoices} value={scheme?.kind ?? 'loan'} />
      <SelectField label="KUR" name={`kur-${at}`} choices={kurChoices} value={scheme?.kur ?? ''} flaw={flaw('kur')} />
      {text('Paling sedikit (rupiah)', 'dari', 'fromRupiah', { inputMode: 'numeric' })}
      {text('Paling banyak (rupiah)', 'sampai', 'upToRupiah', { inputMode: 'numeric' })}
      {text('Usaha berjalan (bulan)', 'bulan', 'monthsInBusiness', { inputMode: 'numeric' })}
      <TextArea
        label="Bunga, jangka waktu, dan ketentuan lain"
        name={`ketentuan-${at}`}
        rows={3}
        value={scheme?.terms ?? ''}
        flaw={flaw('terms')}
      />
      <fieldset>
        <legend>Syarat</legend>
        {needs.map(([code, name]) => (
          <label class="check" key={code}>
            <input
              type="checkbox"
              name={`syarat-${code}-${at}`}
              value="ya"
              defaultChecked={scheme?.needs.includes(code)}
            />{' '}
            {name}
          </label>
        ))}
      </fieldset>
      {text('Berlaku mulai', 'mulai', 'validFrom', { type: 'date' })}
      {text('Sampai (boleh kosong)', 'akhir', 'validTo', { type: 'date' })}
      {text('Sumber', 'sumber', 'source', {
        maxLength: 200,
        help: 'Surat, brosur, atau alamat tempat bank mengatakannya.',
      })}
    </details>
  );
};

type Props = {
  readonly act: Act;
  readonly bank?: Bank | undefined;
  readonly onSave: (change: BankChange) => unknown;
};
/** A bank with its schemes, and room for one more. */
export const BankForm = ({ act, bank, onSave }: Props) => {
  const schemes = bank?.schemes ?? [];
  return (
    <Form onSubmit={(form) => onSave(changeOf(form, schemes))}>
      {act.refusal && <Summary refusal={act.refusal} />}
      <TextField
        label="Nama bank"
        name="nama"
        maxLength={80}
        required
        value={bank?.name}
        flaw={flawAt(act.refusal, '/name')}
      />
      <TextArea
        label="Tentang bank ini"
        name="tentang"
        rows={2}
        required
        value={bank?.about ?? ''}
        flaw={flawAt(act.refusal, '/about')}
      />
      <label class="check">
        <input type="checkbox" name="terbuka" value="ya" defaultChecked={bank?.open ?? true} /> Menerima permohonan
        lewat Pasar Rata
      </label>
      <h2>Skema</h2>
      {schemes.map((scheme, at) => (
        <SchemeFields key={scheme.schemeId} act={act} scheme={scheme} at={at} />
      ))}
      <SchemeFields key={`baru-${schemes.length}`} act={act} at={schemes.length} />
      <button class="button" type="submit" disabled={act.busy}>
        Simpan
      </button>
    </Form>
  );
};
