import { day } from '../../../shared/domain/basics/wording.ts';
import { type Act, useAct } from '../../kit/act.ts';
import { DataTable } from '../../kit/desk/data-table.tsx';
import { Form, filled, flawAt, SelectField, Summary, TextField } from '../../kit/form.tsx';
import { type AgreementFound, dueWords, type Obligation, ownerName } from '../../kit/partners/agreement-facts.tsx';
import { ifUnchanged } from '../../kit/settings.tsx';
import type { Asked } from '../opened.ts';
import { readAgreement, termsOf } from './agreement-form.tsx';

type Props = {
  readonly asked: Asked;
  readonly agreement: AgreementFound;
  readonly today: string;
  /** Whether the person holds both sides to it. */
  readonly acts: boolean;
};

const Fulfil = ({ asked: { call, again }, agreement, obligation }: Props & { obligation: Obligation }) => {
  const act = useAct();
  const { partnerId, agreementId, documents } = agreement;
  const { obligationId, done } = obligation;
  const [note, paper] = [`catatan-${obligationId}`, `bukti-${obligationId}`];
  const send = (form: HTMLFormElement) =>
    act.run(async () => {
      const { [note]: written = '', [paper]: documentId } = filled(form);
      const params = { partnerId, agreementId, obligationId };
      const body = done
        ? ({ done: false, note: written } as const)
        : ({ done: true, note: written, ...(documentId === undefined ? {} : { documentId }) } as const);
      await call('POST /partners/{partnerId}/agreements/{agreementId}/obligations/{obligationId}', { params, body });
      again();
    });
  return (
    <details>
      <summary>{done ? 'Buka lagi' : 'Tandai selesai'}</summary>
      {act.refusal && <Summary refusal={act.refusal} />}
      <Form onSubmit={send}>
        <TextField
          label={done ? 'Mengapa belum selesai' : 'Apa buktinya'}
          name={note}
          maxLength={300}
          required
          flaw={flawAt(act.refusal, '/note')}
        />
        {!done && documents.length > 0 && (
          <SelectField
            label="Dokumen bukti"
            name={paper}
            choices={[['', 'Tanpa dokumen'], ...documents.map(({ documentId, name }) => [documentId, name] as const)]}
          />
        )}
        <button class="line" type="submit" disabled={act.busy}>
          Simpan
        </button>
      </Form>
    </details>
  );
};

/** One more is added to those that stand now, so that two officers who add at once lose nothing. */
const AddObligation = ({ asked: { call, again }, agreement, act }: Props & { act: Act }) => {
  const { agreementId: id, partnerId } = agreement;
  const send = (form: HTMLFormElement) =>
    act.run(async () => {
      const { [`isi-${id}`]: text = '', [`pemegang-${id}`]: owner = '', [`tempo-${id}`]: dueOn = '' } = filled(form);
      const now = await readAgreement(call, agreement);
      const terms = termsOf(now);
      await call('PUT /partners/{partnerId}/agreements/{agreementId}', {
        params: { partnerId, agreementId: id },
        body: { ...terms, obligations: [...(terms.obligations ?? []), { text, owner, dueOn }] },
        headers: ifUnchanged(now.version),
      });
      again();
    });
  const at = `/obligations/${agreement.obligations.length}`;
  return (
    <details>
      <summary>Tambah kewajiban</summary>
      {act.refusal && <Summary refusal={act.refusal} />}
      <Form onSubmit={send}>
        <TextField
          label="Kewajiban"
          name={`isi-${id}`}
          maxLength={300}
          required
          flaw={flawAt(act.refusal, `${at}/text`)}
        />
        <SelectField
          label="Yang wajib"
          name={`pemegang-${id}`}
          choices={[['partner', agreement.brand], ...agreement.offices.map((office) => [office, office] as const)]}
          flaw={flawAt(act.refusal, `${at}/owner`)}
        />
        <TextField
          label="Jatuh tempo"
          name={`tempo-${id}`}
          type="date"
          required
          flaw={flawAt(act.refusal, `${at}/dueOn`)}
        />
        <button class="line" type="submit" disabled={act.busy}>
          Tambah
        </button>
      </Form>
    </details>
  );
};

/** Who owes what until when, and what shows that it was done. */
export const Obligations = (props: Props) => {
  const { agreement, today, acts } = props;
  const act = useAct();
  const { obligations, brand } = agreement;
  return (
    <>
      {obligations.length > 0 && (
        <DataTable
          caption={`${obligations.filter(({ done }) => done !== null).length} dari ${obligations.length} kewajiban selesai.`}
          columns={[
            { name: 'Kewajiban', show: ({ text }) => <bdi>{text}</bdi> },
            { name: 'Yang wajib', show: ({ owner }) => <bdi>{ownerName(owner, brand)}</bdi> },
            {
              name: 'Keadaan',
              show: ({ done, dueOn }) =>
                done ? (
                  <span>
                    selesai {day(done.at)}: <bdi>{done.note}</bdi>
                  </span>
                ) : (
                  dueWords(dueOn, today)
                ),
            },
            ...(acts
              ? [
                  {
                    name: 'Langkah',
                    show: (one: Obligation) => <Fulfil key={String(one.done?.at)} {...props} obligation={one} />,
                  },
                ]
              : []),
          ]}
          rows={[...obligations].sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))}
          keyOf={({ obligationId }) => obligationId}
        />
      )}
      {acts && <AddObligation key={agreement.version} {...props} act={act} />}
    </>
  );
};
