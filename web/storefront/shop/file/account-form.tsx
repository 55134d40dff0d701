import { useState } from 'preact/hooks';
import type { Output, Sent } from '../../../../shared/contract.ts';
import { banks } from '../../../../shared/domain/register/bank-names.ts';
import type { Call } from '../../../entry/client.ts';
import { useAct } from '../../../kit/act.ts';
import { type Choice, Form, filled, flawAt, SelectField, Summary, TextField } from '../../../kit/form.tsx';
import { ifUnchanged } from '../../../kit/settings.tsx';
import { AccountChanges } from './account-changes.tsx';

type File = Output<'GET /merchants/{merchantId}/file'>;
type Account = NonNullable<Sent<'PATCH /merchants/{merchantId}'>['body']['account']>;

const choices: readonly Choice[] = [
  ['', 'Pilih bank'],
  ...Object.entries(banks)
    .map(([code, name]): Choice => [code, name])
    .sort(([, one], [, other]) => one.localeCompare(other, 'id')),
  ['other', 'Bank lain (BPR dan lainnya)'],
];

type Props = {
  readonly call: Call;
  readonly file: File;
  /** Somebody acts in the owner's place: an account is theirs to fill in until the city has verified the shop. */
  readonly helped: boolean;
  /** Whose account this is. */
  readonly me: string | undefined;
  readonly onDone: () => void;
};

/** Where buyers transfer to, and offices pay: given here, changed here, and never shown whole again. */
export const AccountForm = ({ call, file, helped, me, onDone }: Props) => {
  const [bank, setBank] = useState('');
  const [said, setSaid] = useState('');
  const act = useAct();
  const { account, merchantId, status, version } = file;
  const locked = helped && status !== 'pending' && status !== 'returned';
  const submit = (form: HTMLFormElement) =>
    act.run(async () => {
      setSaid('');
      const { bankName, ...given } = filled(form);
      const body = { account: { ...given, ...(bank === 'other' ? { bankName } : {}) } as Account };
      await call('PATCH /merchants/{merchantId}', { params: { merchantId }, body, headers: ifUnchanged(version) });
      setBank('');
      form.reset();
      setSaid('Rekening tersimpan.');
      onDone();
    });
  const flaw = (field: string) => flawAt(act.refusal, `/account/${field}`);
  return (
    <section id="rekening-toko">
      <h2>Rekening toko</h2>
      <p>
        {account
          ? `${account.bankName} ${account.number}, atas nama ${account.holder}.`
          : 'Belum ada. Dinas membayar ke rekening, dan pembeli bisa transfer.'}
      </p>
      {locked && <p class="small quiet">Hanya pemilik yang bisa mengisinya, dengan akunnya sendiri.</p>}
      {!locked && (
        <details>
          <summary>
            <span>{account ? 'Ganti rekening' : 'Isi rekening'}</span>
          </summary>
          <Form onSubmit={submit}>
            {act.refusal && <Summary refusal={act.refusal} />}
            <SelectField
              label="Bank"
              name="bank"
              required
              value={bank}
              choices={choices}
              flaw={flaw('bank')}
              onChange={setBank}
            />
            {bank === 'other' && (
              <TextField label="Nama bank" name="bankName" required maxLength={60} flaw={flaw('bankName')} />
            )}
            <TextField
              label="Nomor rekening"
              name="number"
              required
              inputMode="numeric"
              autocomplete="off"
              help="Nanti hanya beberapa angka terakhirnya yang tampil di sini."
              flaw={flaw('number')}
            />
            <TextField
              label="Atas nama"
              name="holder"
              required
              maxLength={80}
              help="Seperti tertulis di buku tabungan."
              flaw={flaw('holder')}
            />
            <button class="button" type="submit" disabled={act.busy}>
              {act.busy ? 'Menyimpan…' : 'Simpan rekening'}
            </button>
          </Form>
        </details>
      )}
      <p role="status" class="small">
        {said}
      </p>
      <AccountChanges call={call} merchantId={merchantId} me={me} />
    </section>
  );
};
