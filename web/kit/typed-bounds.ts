/** What is wrong with what somebody types, in words; nothing when it may be sent. */
export type Check = (typed: string) => string;

/** Of a text that may have so many letters: what is too long stays as it was typed, and says so. */
export const tooLong = ({ length }: string, most = length): string =>
  length > most ? `Terlalu panjang: ${length} huruf, paling banyak ${most}. Pendekkan dulu.` : '';

/** A number of a house's neighbourhood, as it stands on an identity card: `3` or `003`. */
export const shortNumber: Check = (typed) =>
  /^\s*\d{0,3}\s*$/.test(typed) ? '' : 'Tulis dengan angka, paling banyak tiga angka. Misalnya 3 atau 003.';

type Typed = { readonly currentTarget: HTMLInputElement | HTMLTextAreaElement };

/**
 * The listener of a field that judges what stands in it, for the browser to tell at the field when it is sent. A box never
 * cuts what is typed: a name that ends in the middle is not seen to be wrong, and is sent.
 */
export const judging = ({ onInput }: Record<string, unknown>, most?: number, check?: Check) => ({
  onInput: (event: Typed): void => {
    const { currentTarget: box } = event;
    box.setCustomValidity(tooLong(box.value, most) || (check?.(box.value) ?? ''));
    (onInput as ((event: Typed) => void) | undefined)?.(event);
  },
});
