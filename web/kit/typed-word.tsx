import type { Refusal } from '../entry/client.ts';
import { filled, flawAt, TextField } from './form.tsx';

/** What was typed; not yet compared with anything. */
export const typedWord = (form: HTMLFormElement): string => filled(form)['kata'] ?? '';

/** A word that is typed out before something that cannot be taken back, so that no slip of a thumb does it. */
export const TypedWord = ({ word, to, refusal }: { word: string; to: string; refusal: Refusal | undefined }) => (
  <TextField
    label={`Ketik ${word} untuk ${to}`}
    name="kata"
    autocomplete="off"
    autocapitalize="characters"
    flaw={flawAt(refusal, '/confirm')}
    required
  />
);
