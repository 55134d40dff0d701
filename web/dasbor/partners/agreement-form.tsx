import { useRef } from 'preact/hooks';
import type { Sent } from '../../../shared/contract.ts';
import { day } from '../../../shared/domain/basics/wording.ts';
import { type Act, useAct } from '../../kit/act.ts';
import { BothVersions, type Difference, useEdit } from '../../kit/desk/edit.tsx';
import { Form, filled, flawAt, Summary, TextArea, TextField } from '../../kit/form.tsx';
import { useIntent } from '../../kit/intent.ts';
import type { AgreementFound } from '../../kit/partners/agreement-facts.tsx';
import { ifUnchanged } from '../../kit/settings.tsx';
import type { Asked } from '../opened.ts';

export type Terms = Sent<'POST /partners/{partnerId}/agreements'>['body'];
type Change = Omit<Terms, 'obligations'>;

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

type FormProps = {
  readonly act: Act;
  readonly now: AgreementFound | undefined;
  readonly onSend: (terms: Change) => Promise<void>;
};
/** The terms of an agreement. Obligations have a form of their own. */
const AgreementForm = ({ act, now, onSend }: FormProps) => {
  const named = (name: string) => `${name}-${now?.agreementId ?? 'baru'}`;
  const send = (form: HTMLFormElement) => {
    const typed = filled(form);
    const of = (name: string) => typed[named(name)];
    return onSend({
      number: of('nomor') ?? '',
      title: of('judul') ?? '',
      scope: of('lingkup') ?? '',
      parties: linesOf(of('pihak')),
      offices: linesOf(of('dinas')),
      data: linesOf(of('data')),
      start: of('mulai') ?? '',
      end: of('berakhir') ?? '',
      closed: of('ditutup') === 'ya',
    });
  };
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

export const EnterAgreement = ({ asked: { call, again }, partnerId }: { asked: Asked; partnerId: string }) => {
  const intent = useIntent();
  const act = useAct();
  const enter = (terms: Change) =>
    act.run(async () => {
      const body = { ...terms, obligations: [] };
      const headers = intent.headersFor(body);
      await call('POST /partners/{partnerId}/agreements', { params: { partnerId }, body, headers });
      intent.done();
      again();
    });
  return <AgreementForm act={act} now={undefined} onSend={enter} />;
};

const told = ({ title, number, parties, offices, scope, start, end, data = [], closed }: Change) =>
  [
    ['Judul', title],
    ['Nomor naskah', number],
    ['Pihak yang menandatangani', parties.join(' · ')],
    ['Dinas yang terlibat', offices.join(' · ')],
    ['Ruang lingkup', scope],
    ['Mulai berlaku', day(start)],
    ['Berakhir', day(end)],
    ['Data yang disepakati', data.join(' · ')],
    ['Keadaan', closed ? 'ditutup' : 'berjalan'],
  ] as const;
const lines = (mine: Change, theirs: Change): Difference[] => {
  const saved = told(theirs);
  return told(mine).map(([label, text], at) => [label, text, saved[at]?.[1] ?? '']);
};

/** The agreement as it stands now. */
export const readAgreement = async (call: Asked['call'], { partnerId, agreementId }: AgreementFound) => {
  const { agreements } = await call('GET /partners/{partnerId}', { params: { partnerId } });
  const now = agreements.find((one) => one.agreementId === agreementId);
  if (!now) throw new Error(`agreement ${agreementId} is gone`);
  return now;
};

export const EditAgreement = ({ asked: { call, again }, first }: { asked: Asked; first: AgreementFound }) => {
  const { partnerId, agreementId } = first;
  // What a colleague added to the obligations meanwhile stays, whichever terms are kept.
  const latest = useRef(first);
  const { current, conflict, act, ...edit } = useEdit<AgreementFound, Change>(
    first,
    async () => {
      latest.current = await readAgreement(call, first);
      return latest.current;
    },
    async (terms, version) => {
      const { obligations } = termsOf(latest.current);
      const saved = await call('PUT /partners/{partnerId}/agreements/{agreementId}', {
        params: { partnerId, agreementId },
        body: { ...terms, obligations },
        headers: ifUnchanged(version),
      });
      again();
      return saved;
    },
  );
  return (
    <details>
      <summary>Ubah perjanjian</summary>
      {conflict && (
        <BothVersions
          fields={lines(conflict.mine, conflict.theirs)}
          busy={act.busy}
          onMine={edit.keepMine}
          onTheirs={edit.takeTheirs}
        />
      )}
      <AgreementForm key={current.version} act={act} now={current} onSend={edit.save} />
    </details>
  );
};
