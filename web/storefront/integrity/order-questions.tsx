import { useEffect, useState } from 'preact/hooks';
import type { Output } from '../../../shared/contract.ts';
import type { Call } from '../../entry/client.ts';
import { useAct } from '../../kit/act.ts';
import { Form, filled, flawAt, Summary, TextArea } from '../../kit/form.tsx';

type Question = Output<'GET /orders/{orderId}/integrity-questions'>['items'][number];

type AnswerProps = {
  readonly question: Question;
  /** Absent for who reads alone. */
  readonly send: ((answer: string) => Promise<void>) | undefined;
};
/** A question with its answer, or room for one. */
const Answer = ({ question: { rule, question, answer }, send }: AnswerProps) => {
  const { run, busy, refusal } = useAct();
  const name = `jawaban-${rule}`;
  return (
    <li>
      <p>{question}</p>
      {refusal && <Summary refusal={refusal} />}
      {answer ? (
        <p class="quiet">
          Dijawab: <bdi>{answer.text}</bdi>
        </p>
      ) : (
        send && (
          <Form onSubmit={(form) => run(() => send(filled(form)[name] ?? ''))}>
            <TextArea label="Jawaban" name={name} rows={2} required flaw={flawAt(refusal, '/answer')} />
            <button class="line" type="submit" disabled={busy}>
              Simpan jawaban
            </button>
          </Form>
        )
      )}
    </li>
  );
};

type Props = { readonly call: Call; readonly orderId: string; readonly mayAnswer: boolean };

/** What the market asks an office about its order. It waits for nobody: the order goes on, answered or not. */
export const OrderQuestions = ({ call, orderId, mayAnswer }: Props) => {
  const [items, setItems] = useState<readonly Question[]>([]);
  const params = { orderId };
  useEffect(() => {
    void call('GET /orders/{orderId}/integrity-questions', { params }).then(
      (found) => setItems(found.items),
      () => {},
    );
  }, [orderId]);
  if (items.length === 0) return null;
  const send = (rule: Question['rule']) => async (answer: string) => {
    const found = await call('POST /orders/{orderId}/integrity-answers', { params, body: { rule, answer } });
    setItems(found.items);
  };
  return (
    <section class="block" id="pertanyaan">
      <h2>Pertanyaan tentang pesanan ini</h2>
      <p class="small quiet">
        Pesanan tetap berjalan. Jawaban Anda tersimpan bersama pesanan dan dibaca pejabat dinas Anda dan petugas kota,
        bukan penjual.
      </p>
      <ul class="plain">
        {items.map((question) => (
          <Answer key={question.rule} question={question} send={mayAnswer ? send(question.rule) : undefined} />
        ))}
      </ul>
    </section>
  );
};
