import type { Output } from '../../../shared/contract.ts';
import { dateTime, monthName } from '../../../shared/domain/basics/wording.ts';
import { outcomes } from '../../../shared/domain/integrity/outcomes.ts';
import { rules } from '../../../shared/domain/integrity/rules.ts';
import type { Call } from '../../entry/client.ts';
import { type Decided, OutcomeForm } from '../../kit/desk/outcome-form.tsx';
import { Waits } from '../../kit/desk/waits.tsx';
import type { City } from '../../kit/places.ts';

export type Question = Output<'GET /cities/{city}/integrity-questions'>['items'][number];
type Outcome = keyof typeof outcomes;

type CardProps = {
  readonly question: Question;
  readonly city: City;
  readonly now: string;
  /** Absent for who reads alone. */
  readonly close: Closing | undefined;
};
type Closing = {
  readonly send: (question: Question, outcome: Outcome, reason: string) => Promise<void>;
  /** What a colleague closed it with, where it is among those closed last. */
  readonly read: (question: Question) => Promise<Decided<Outcome> | undefined>;
  readonly again: () => void;
};

const CloseForm = ({ question, close }: { question: Question; close: Closing }) => (
  <OutcomeForm
    id={question.questionId}
    title="Tutup pertanyaan"
    outcomes={outcomes}
    words={{
      label: 'Apa yang ditemukan',
      help: 'Tercatat bersama nama Anda. Yang bersangkutan melihat hasilnya, bukan tulisan ini.',
      at: '/reason',
    }}
    send="Simpan hasil"
    onSend={(outcome, reason) => close.send(question, outcome, reason)}
    elsewhere={{ read: () => close.read(question), again: close.again }}
  />
);

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
export const closing = (call: Call, again: () => void): Closing => ({
  send: async ({ cityCode, questionId }, outcome, reason) => {
    await call('POST /cities/{city}/integrity-questions/{questionId}/outcome', {
      params: { city: cityCode, questionId },
      body: { outcome, reason },
    });
    again();
  },
  read: async ({ cityCode, questionId, rule }) => {
    const { items } = await call('GET /cities/{city}/integrity-questions', {
      params: { city: cityCode },
      query: { state: 'closed', rule },
    });
    const closed = items.find((one) => one.questionId === questionId)?.closed;
    return closed ? { outcome: closed.outcome, words: closed.reason } : undefined;
  },
  again,
});
