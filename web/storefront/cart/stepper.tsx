import { typedNumber } from '../../../shared/domain/basics/typed/typed-number.ts';
import { count } from '../../../shared/domain/basics/wording.ts';

type StepperProps = {
  readonly name: string;
  readonly value: number;
  readonly least?: number;
  readonly onChange: (value: number) => void;
};

/** How many: by taps, or typed; never below what the shop makes at least. */
export const Stepper = ({ name, value, least = 1, onChange }: StepperProps) => {
  const set = (wanted: number) => onChange(Math.min(100_000, Math.max(least, Math.round(wanted) || least)));
  return (
    <fieldset class="stepper">
      <legend class="away">Jumlah {name}</legend>
      <button type="button" onClick={() => set(value - 1)} disabled={value <= least} aria-label={`Kurangi ${name}`}>
        −
      </button>
      <input
        inputMode="numeric"
        aria-label={`Jumlah ${name}`}
        value={count(value)}
        onChange={({ currentTarget }) => set(typedNumber(currentTarget.value))}
      />
      <button type="button" onClick={() => set(value + 1)} aria-label={`Tambah ${name}`}>
        +
      </button>
    </fieldset>
  );
};
