import type { ComponentChildren } from 'preact';
import type { Act } from '../../kit/act.ts';
import { Form, filled, Summary, TextField } from '../../kit/form.tsx';
import { today } from '../../kit/today.ts';

type Props = {
  readonly act: Act;
  readonly label: string;
  readonly name: string;
  readonly button: string;
  readonly busy: string;
  readonly children?: ComponentChildren;
  readonly onMonth: (month: string) => unknown;
};

/** Asks for a month, this one to begin with. */
export const MonthForm = ({ act, label, name, button, busy, children, onMonth }: Props) => (
  <>
    <Form onSubmit={(form) => onMonth(filled(form)[name] ?? '')}>
      {children}
      <TextField
        label={label}
        name={name}
        type="month"
        pattern="20\d\d-\d\d"
        placeholder="2026-11"
        required
        value={today().slice(0, 7)}
      />
      <button class="button" type="submit" disabled={act.busy}>
        {act.busy ? busy : button}
      </button>
    </Form>
    {act.refusal && <Summary refusal={act.refusal} />}
  </>
);
