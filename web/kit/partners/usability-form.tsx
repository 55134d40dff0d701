import { usabilityStatements } from '../../../shared/domain/partners/usability-words.ts';
import { useAct } from '../act.ts';
import { Form, Summary } from '../form.tsx';

const scale = ['Sangat tidak setuju', 'Tidak setuju', 'Biasa saja', 'Setuju', 'Sangat setuju'] as const;

type Props = { readonly onSend: (answers: number[]) => Promise<unknown> };
/** The ten statements of the scale, each with its five answers; none is chosen beforehand. */
export const UsabilityForm = ({ onSend }: Props) => {
  const act = useAct();
  const send = (form: HTMLFormElement) =>
    act.run(async () => {
      const said = new FormData(form);
      await onSend(usabilityStatements.map((_, at) => Number(said.get(`jawaban-${at}`))));
    });
  return (
    <Form onSubmit={send}>
      {act.refusal && <Summary refusal={act.refusal} />}
      <p class="small quiet">1 berarti sangat tidak setuju, 3 biasa saja, 5 sangat setuju.</p>
      {usabilityStatements.map((statement, at) => (
        <fieldset key={statement} class="scale">
          <legend>
            {at + 1}. {statement}
          </legend>
          {scale.map((words, answer) => (
            <label key={words}>
              <input type="radio" name={`jawaban-${at}`} value={answer + 1} required />
              <span aria-hidden="true">{answer + 1}</span>
              <span class="away">{words}</span>
            </label>
          ))}
        </fieldset>
      ))}
      <button class="button" type="submit" disabled={act.busy}>
        {act.busy ? 'Mengirim…' : 'Kirim jawaban'}
      </button>
    </Form>
  );
};
