import { useState } from 'preact/hooks';
import { Refusal } from '../../entry/client.ts';
import { useAct } from '../act.ts';
import { Form, filled, flawAt, SelectField, Summary, TextArea } from '../form.tsx';
import { AlreadyDecided } from './edit.tsx';

type Props<O extends string> = {
  /** What is decided, by its id: several forms stand on a page. */
  readonly id: string;
  readonly title: string;
  readonly outcomes: Readonly<Record<O, string>>;
  /** The words that go with the outcome: their label, who reads them, and their place in the body. */
  readonly words: { readonly label: string; readonly help: string; readonly at: string };
  readonly send: string;
  readonly onSend: (outcome: O, words: string) => Promise<void>;
  /** What somebody else decided meanwhile, where the decision is made once; and the list read again. */
  readonly elsewhere?: { readonly read: () => Promise<Decided<O> | undefined>; readonly again: () => void };
};
export type Decided<O> = { readonly outcome: O; readonly words: string };
/** An outcome with its words, folded until somebody knows them. */
export const OutcomeForm = <O extends string>({ id, title, outcomes, words, send, onSend, elsewhere }: Props<O>) => {
  const { run, busy, refusal } = useAct();
  const [both, setBoth] = useState<{ readonly mine: Decided<O>; readonly theirs: Decided<O> }>();
  const [outcome, text] = [`hasil-${id}`, `kata-${id}`];
  const decide = (form: HTMLFormElement) =>
    run(async () => {
      const said = filled(form);
      const mine = { outcome: said[outcome] as O, words: said[text] ?? '' };
      try {
        await onSend(mine.outcome, mine.words);
      } catch (error) {
        const isLate = error instanceof Refusal && error.status === 412;
        const theirs = isLate ? await elsewhere?.read() : undefined;
        if (!theirs) throw error;
        setBoth({ mine, theirs });
      }
    });
  return (
    <details>
      <summary>{title}</summary>
      {refusal && <Summary refusal={refusal} />}
      {both && elsewhere && (
        <AlreadyDecided
          fields={[
            ['Hasilnya', outcomes[both.mine.outcome], outcomes[both.theirs.outcome]],
            [words.label, both.mine.words, both.theirs.words],
          ]}
          onRead={elsewhere.again}
        />
      )}
      <Form onSubmit={decide}>
        <SelectField
          label="Hasilnya"
          name={outcome}
          required
          flaw={flawAt(refusal, '/outcome')}
          choices={[['', 'Pilih hasil'], ...Object.entries<string>(outcomes)]}
        />
        <TextArea
          label={words.label}
          name={text}
          rows={4}
          required
          flaw={flawAt(refusal, words.at)}
          help={words.help}
        />
        <button class="button" type="submit" disabled={busy}>
          {send}
        </button>
      </Form>
    </details>
  );
};
