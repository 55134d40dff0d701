import { useId, useRef } from 'preact/hooks';
import { TextArea } from '../form.tsx';

type Props = {
  /** The act, on the button that asks and on the one that does it. */
  readonly name: string;
  /** What follows from it, in a sentence. */
  readonly text?: string;
  /** Asks for a reason in the person's own words; without it the act is only asked once more. */
  readonly question?: string;
  /** Hears the reason, or '' where none was asked for. */
  readonly onSend: (reason: string) => unknown;
  readonly disabled?: boolean;
};

/** So long the second tap of two may follow the first. Milliseconds. */
const HURRIED_MS = 500;
/** The first of two hurried taps closes the dialog; the second is not for what lies beneath it. */
const takeSecondTap = (): void => {
  const take = (event: MouseEvent) => {
    if (event.detail < 2) return;
    event.preventDefault();
    event.stopPropagation();
  };
  addEventListener('click', take, true);
  setTimeout(() => removeEventListener('click', take, true), HURRIED_MS);
};

/** An act that is asked once more before it is done, or that owes a reason, in the browser's own dialog. */
export const ConfirmDialog = ({ name, text, question, onSend, disabled }: Props) => {
  const dialog = useRef<HTMLDialogElement>(null);
  // Many of them stand on a page, each with its own field.
  const field = `alasan-${useId()}`;
  return (
    <>
      <button class="line" type="button" disabled={disabled} onClick={() => dialog.current?.showModal()}>
        {name}
      </button>
      <dialog ref={dialog} aria-label={name}>
        <form
          method="dialog"
          class="form"
          onSubmit={(event) => {
            takeSecondTap();
            void onSend(String(new FormData(event.currentTarget).get(field) ?? '').trim());
          }}
        >
          {text && <p>{text}</p>}
          {question && <TextArea label={question} name={field} rows={3} required />}
          <div class="acts">
            <button class="button" type="submit">
              {name}
            </button>
            <button class="line" type="button" onClick={() => dialog.current?.close()}>
              Kembali
            </button>
          </div>
        </form>
      </dialog>
    </>
  );
};
