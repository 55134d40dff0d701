import { useAct } from '../act.ts';
import { Form, filled, flawAt, SelectField, Summary, TextArea } from '../form.tsx';

type Props<O extends string> = {
  /** What is decided, by its id: several forms stand on a page. */
  readonly id: string;
  readonly title: string;
  readonly outcomes: Readonly<Record<O, string>>;
  /** The words that go with the outcome: their label, who reads them, and their place in the body. */
  readonly words: { readonly label: string; readonly help: string; readonly at: string };
  readonly send: string;
  readonly onSend: (outcome: O, words: string) => Promise<void>;
};
/** An outcome with its words, folded until somebody knows them. */
export const OutcomeForm = <O extends string>({ id, title, outcomes, words, send, onSend }: Props<O>) => {
  const { run, busy, refusal } = useAct();
  const [outcome, text] = [`hasil-${id}`, `kata-${id}`];
  const decide = (form: HTMLFormElement) =>
    run(async () => {
      const said = filled(form);
      await onSend(said[outcome] as O, said[text] ?? '');
    });
  return (
    <details>
      <summary>{title}</summary>
      {refusal && <Summary refusal={refusal} />}
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
