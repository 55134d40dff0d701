import type { Sent } from '../../../shared/contract.ts';
import { useAct } from '../../kit/act.ts';
import { Form, filled, flawAt, Summary, TextArea, TextField } from '../../kit/form.tsx';
import type { AgreementFound } from '../../kit/partners/agreement-facts.tsx';

export type Terms = Sent<'POST /partners/{partnerId}/agreements'>['body'];
type Props = {
  /** What stands now; undefined for a new one. */
  readonly now: AgreementFound | undefined;
  readonly onSend: (terms: Terms) => Promise<void>;
};

const linesOf = (text = ''): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** What was agreed before, as a change takes it. */
export const termsOf = (now: AgreementFound): Terms => {
  const { number, title, parties, offices, scope, start, end, data, closed } = now;
  const obligations = now.obligations.map(({ done: _, ...one }) => one);
  return { number, title, parties, offices, scope, start, end, data, closed, obligations };
};

type FieldsProps = {
  readonly now: AgreementFound | undefined;
  /** A field's name on a page with several agreements. */
  readonly named: (name: string) => string;
  readonly flaw: (pointer: string) => string | undefined;
};

const PartiesFields = ({ now, named, flaw }: FieldsProps) => (
  <>
    <TextField label="Judul" name={named('judul')} maxLength={160} required value={now?.title} flaw={flaw('/title')} />
    <TextField
      label="Nomor naskah"
      name={named('nomor')}
      maxLength={80}
      required
      value={now?.number}
      flaw={flaw('/number')}
    />
    <TextArea
      label="Pihak yang menandatangani"
      name={named('pihak')}
      rows={3}
      required
      help="Satu pihak satu baris, paling sedikit dua."
      value={now?.parties.join('\n') ?? ''}
      flaw={flaw('/parties')}
    />
    <TextArea
      label="Dinas yang terlibat"
      name={named('dinas')}
      rows={3}
      required
      help="Satu dinas satu baris."
      value={now?.offices.join('\n') ?? ''}
      flaw={flaw('/offices')}
    />
  </>
);

const ScopeFields = ({ now, named, flaw }: FieldsProps) => (
  <>
    <TextArea
      label="Ruang lingkup"
      name={named('lingkup')}
      rows={4}
      required
      value={now?.scope ?? ''}
      flaw={flaw('/scope')}
    />
    <TextField
      label="Mulai berlaku"
      name={named('mulai')}
      type="date"
      required
      value={now?.start}
      flaw={flaw('/start')}
    />
    <TextField label="Berakhir" name={named('berakhir')} type="date" required value={now?.end} flaw={flaw('/end')} />
    <TextArea
      label="Data yang disepakati"
      name={named('data')}
      rows={3}
      help="Satu baris satu data, misalnya: pengemudi per kecamatan tiap bulan."
      value={now?.data.join('\n') ?? ''}
      flaw={flaw('/data')}
    />
    {now && (
      <label class="check" for={named('ditutup')}>
        <input id={named('ditutup')} name={named('ditutup')} type="checkbox" value="ya" defaultChecked={now.closed} />{' '}
        Perjanjian ini sudah ditutup; jangan ingatkan lagi
      </label>
    )}
  </>
);

/** The terms of an agreement. Obligations have a form of their own. */
export const AgreementForm = ({ now, onSend }: Props) => {
  const act = useAct();
  const named = (name: string) => `${name}-${now?.agreementId ?? 'baru'}`;
  const send = (form: HTMLFormElement) =>
    act.run(async () => {
      const typed = filled(form);
      const of = (name: string) => typed[named(name)];
      await onSend({
        number: of('nomor') ?? '',
        title: of('judul') ?? '',
        scope: of('lingkup') ?? '',
        parties: linesOf(of('pihak')),
        offices: linesOf(of('dinas')),
        data: linesOf(of('data')),
        start: of('mulai') ?? '',
        end: of('berakhir') ?? '',
        closed: of('ditutup') === 'ya',
        obligations: now ? (termsOf(now).obligations ?? []) : [],
      });
    });
  const fields = { now, named, flaw: (pointer: string) => flawAt(act.refusal, pointer) };
  return (
    <Form onSubmit={send}>
      {act.refusal && <Summary refusal={act.refusal} />}
      <PartiesFields {...fields} />
      <ScopeFields {...fields} />
      <button class="button" type="submit" disabled={act.busy}>
        {act.busy ? 'Menyimpan…' : 'Simpan perjanjian'}
      </button>
    </Form>
  );
};
