/** What is wrong with what somebody types, in words; nothing when it may be sent. */
export type Check = (typed: string) => string;

/** Of a text that may have so many letters: what is too long stays as it was typed, and says so. */
export const atMost =
  (most: number): Check =>
  (typed) =>
    typed.length <= most ? '' : `Terlalu panjang: ${typed.length} huruf, paling banyak ${most}. Pendekkan dulu.`;

/** A number of a house's neighbourhood, as it stands on an identity card: `3` or `003`. */
export const shortNumber: Check = (typed) =>
  /^\s*\d{0,3}\s*$/.test(typed) ? '' : 'Tulis dengan angka, paling banyak tiga angka. Misalnya 3 atau 003.';

type Box = HTMLInputElement | HTMLTextAreaElement;
type Listener = (event: { currentTarget: Box }) => void;

/**
 * Listeners of a field that judge what stands in it. A box never cuts what is typed: a name that ends in the middle is
 * not seen to be wrong, and is sent.
 */
export const judging = (checks: readonly Check[], { onInput, onChange }: Record<string, unknown>) => {
  if (checks.length === 0) return {};
  const judge = (box: Box): boolean => {
    box.setCustomValidity(checks.map((check) => check(box.value)).find(Boolean) ?? '');
    return box.validity.customError;
  };
  return {
    onInput: ((event) => {
      judge(event.currentTarget);
      (onInput as Listener | undefined)?.(event);
    }) satisfies Listener,
    // Told when the box is left, at the box, and again by whoever sends it all the same.
    onChange: ((event) => {
      if (judge(event.currentTarget)) event.currentTarget.reportValidity();
      (onChange as Listener | undefined)?.(event);
    }) satisfies Listener,
  };
};
