import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Refusal } from '../entry/client.ts';
import { type Check, judging } from './typed-bounds.ts';

type FieldProps = {
  readonly label: string;
  readonly name: string;
  readonly help?: string | undefined;
  /** What is wrong with it, in the API's words. */
  readonly flaw?: string | undefined;
};

/** What every field carries, so that its label, its help and its flaw are found from it. */
const marks = ({ name, help, flaw }: Pick<FieldProps, 'name' | 'help' | 'flaw'>) => ({
  class: 'control',
  id: name,
  name,
  'aria-invalid': flaw ? true : undefined,
  'aria-describedby': [help && `${name}-bantuan`, flaw && `${name}-salah`].filter(Boolean).join(' ') || undefined,
});

const Around = ({ label, name, help, flaw, children }: FieldProps & { children: ComponentChildren }) => (
  <div class="entry">
    <label for={name}>{label}</label>
    {help && (
      <p class="small quiet" id={`${name}-bantuan`}>
        {help}
      </p>
    )}
    {children}
    {flaw && (
      <p class="flaw" id={`${name}-salah`}>
        {flaw}
      </p>
    )}
  </div>
);

/** Anything an input takes. */
type InputProps = FieldProps & { readonly maxLength?: number | undefined; readonly check?: Check | undefined } & Record<
    string,
    unknown
  >;
/** `value` is what it begins with: what a person types is theirs, however often the page is drawn. */
export const TextField = ({ label, name, help, flaw, value, maxLength, check, ...input }: InputProps) => (
  <Around label={label} name={name} help={help} flaw={flaw}>
    <input
      {...marks({ name, help, flaw })}
      defaultValue={value as string | undefined}
      {...input}
      {...judging(input, maxLength, check)}
    />
  </Around>
);

export const TextArea = ({ label, name, help, flaw, value, maxLength, check, ...area }: InputProps) => (
  <Around label={label} name={name} help={help} flaw={flaw}>
    <textarea
      {...marks({ name, help, flaw })}
      defaultValue={value as string | undefined}
      {...area}
      {...judging(area, maxLength, check)}
    />
  </Around>
);

/** A form that is emptied for the next one begins with the same choice again, not with the first of the list. */
const begun = (chosen: boolean) => ({ selected: chosen, defaultSelected: chosen });

export type Choice = readonly [value: string, name: string];
type SelectProps = FieldProps & {
  readonly choices: readonly Choice[];
  readonly value?: string | undefined;
  readonly required?: boolean;
  readonly onChange?: (value: string) => void;
};
export const SelectField = ({ label, name, help, flaw, choices, value, required, onChange }: SelectProps) => (
  <Around label={label} name={name} help={help} flaw={flaw}>
    <select
      {...marks({ name, help, flaw })}
      required={required}
      onChange={(event) => onChange?.(event.currentTarget.value)}
    >
      {choices.map(([code, title]) => (
        <option key={code} value={code} {...begun(code === value)}>
          {title}
        </option>
      ))}
    </select>
  </Around>
);

type FormProps = {
  readonly children: ComponentChildren;
  readonly onSubmit: (form: HTMLFormElement) => unknown;
  readonly onInput?: (form: HTMLFormElement) => void;
  readonly class?: string;
};
/** A form that a script sends: the page stays, and what was typed with it. */
export const Form = ({ children, onSubmit, onInput, class: look = 'form' }: FormProps) => (
  <form
    class={look}
    onInput={(event) => onInput?.(event.currentTarget)}
    onSubmit={(event) => {
      event.preventDefault();
      void onSubmit(event.currentTarget);
    }}
  >
    {children}
  </form>
);

/** What was refused, in the API's words, at the head of the page; takes the focus, so that nobody looks for it. */
export const Summary = ({ refusal, children }: { refusal: Refusal; children?: ComponentChildren }) => {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [refusal]);
  const unsent = refusal.status === 0;
  const over = refusal.status === 401;
  // Where the sentence is the field's own, it is said once; a header is no field of anybody's.
  const details = refusal.flaws.filter(
    ({ pointer, detail }) => detail !== refusal.message && !pointer.startsWith('#/header/'),
  );
  return (
    <div class={unsent ? 'say waiting' : 'say wrong'} role="alert" tabIndex={-1} ref={box}>
      <h2>{unsent ? 'Belum terkirim' : refusal.message}</h2>
      {unsent && <p>Tidak ada koneksi internet. Isian Anda masih ada di sini; coba lagi saat tersambung.</p>}
      {over && (
        <p>
          Isian Anda masih ada di sini.{' '}
          <a href="/akun/" target="_blank" rel="noopener">
            Masuk di tab baru
          </a>
          , lalu kembali ke halaman ini dan kirim lagi.
        </p>
      )}
      {!unsent && details.length > 0 && (
        <ul>
          {details.map(({ pointer, detail }) => (
            <li key={pointer + detail}>{detail}</li>
          ))}
        </ul>
      )}
      {children}
    </div>
  );
};

/** The flaw of one field, by the pointer the API names it with. */
export const flawAt = (refusal: Refusal | undefined, pointer: string): string | undefined =>
  refusal?.flaws.find((flaw) => flaw.pointer === pointer)?.detail;

/** What a form holds, by name; empty fields are left out. */
export const filled = (form: HTMLFormElement): Record<string, string> =>
  Object.fromEntries(
    [...new FormData(form)].flatMap(([name, value]) =>
      typeof value === 'string' && value.trim() ? [[name, value.trim()]] : [],
    ),
  );
