import { useRef } from 'preact/hooks';
import { TextArea } from '../../kit/form.tsx';

type Props = { readonly name: string; readonly question: string; readonly onSend: (reason: string) => void };

/** Something that needs a reason in the person's own words, asked in the browser's own dialog. */
export const WhyDialog = ({ name, question, onSend }: Props) => {
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <>
      <button class="line" type="button" onClick={() => dialog.current?.showModal()}>
        {name}
      </button>
      <dialog ref={dialog} aria-label={name}>
        <form
          method="dialog"
          class="form"
          onSubmit={(event) => onSend(String(new FormData(event.currentTarget).get('reason') ?? '').trim())}
        >
          <TextArea label={question} name="reason" rows={3} required />
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
