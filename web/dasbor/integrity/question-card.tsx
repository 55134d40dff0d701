import type { Output } from '../../../shared/contract.ts';
import { dateTime, monthName } from '../../../shared/domain/basics/wording.ts';
import { outcomes } from '../../../shared/domain/integrity/outcomes.ts';
import { rules } from '../../../shared/domain/integrity/rules.ts';
import type { Call } from '../../entry/client.ts';
import { useAct } from '../../kit/act.ts';
import { Waits } from '../../kit/desk/waits.tsx';
import { Form, filled, flawAt, SelectField, Summary, TextArea } from '../../kit/form.tsx';
import type { City } from '../../kit/places.ts';

export type Question = Output<'GET /cities/{city}/integrity-questions'>['items'][number];
type Outcome = keyof typeof outcomes;

type CardProps = {
  readonly question: Question;
  readonly city: City;
  readonly now: string;
  /** Absent for who reads alone. */
  readonly close: ((question: Question, outcome: Outcome, reason: string) => Promise<void>) | undefined;
};

/** The outcome and its reason, folded until somebody knows them. */
const CloseForm = ({ question, close }: { question: Question; close: NonNullable<CardProps['close']> }) => {
  const { run, busy, refusal } = useAct();
  const [outcome, reason] = [`hasil-${question.questionId}`, `alasan-${question.questionId}`];
  const send = (form: HTMLFormElement) =>
    run(async () => {
      const said = filled(form);
      await close(question, said[outcome] as Outcome, said[reason] ?? '');
    });
  return (
    <details>
      <summary>Tutup pertanyaan</summary>
      {refusal && <Summary refusal={refusal} />}
      <Form onSubmit={send}>
        <SelectField
          {...{ label: 'Hasilnya', name: outcome, required: true, flaw: flawAt(refusal, '/outcome') }}
          choices={[['', 'Pilih hasil'], ...Object.entries(outcomes)]}
        />
        <TextArea
          {...{ label: 'Apa yang ditemukan', name: reason, rows: 3, required: true, flaw: flawAt(refusal, '/reason') }}
          help="Tercatat bersama nama Anda. Yang bersangkutan melihat hasilnya, bukan tulisan ini."
        />
        <button class="button" type="submit" disabled={busy}>
          Simpan hasil
        </button>
      </Form>
    </details>
  );
};

const Closed = ({ closed, city }: { closed: NonNullable<Question['closed']>; city: City }) => (
  <p>
    <b>{outcomes[closed.outcome]}.</b> {closed.reason}{' '}
    <small>
      Ditutup <time dateTime={closed.at}>{dateTime(closed.at, city.zone)}</time>
    </small>
  </p>
);

/** A question, the facts behind it, and what came of it. Never a verdict: the words ask. */
export const QuestionCard = ({ question, city, now, close }: CardProps) => (
  <article class="asked" aria-labelledby={question.questionId}>
    <h2 id={question.questionId}>{question.question}</h2>
    <p class="small quiet">
      {rules[question.rule].name} · {monthName(question.month)}
      {!question.closed && (
        <>
          {' · '}
          <Waits since={question.askedAt} now={now} zone={city.zone} />
        </>
      )}
    </p>
    <dl class="facts">
      {question.facts.map(({ label, value }, at) => (
        <div key={`${at} ${label}`}>
          <dt>{label}</dt>
          <dd>
            <bdi>{value}</bdi>
          </dd>
        </div>
      ))}
    </dl>
    {question.closed ? (
      <Closed closed={question.closed} city={city} />
    ) : (
      close && <CloseForm question={question} close={close} />
    )}
  </article>
);

/** How a question is closed, and the list read again. */
export const closing =
  (call: Call, again: () => void) =>
  async ({ cityCode, questionId }: Question, outcome: Outcome, reason: string): Promise<void> => {
    await call('POST /cities/{city}/integrity-questions/{questionId}/outcome', {
      params: { city: cityCode, questionId },
      body: { outcome, reason },
    });
    again();
  };
