/** NIK, phones, accounts: nine digits or more, however they are grouped, in any script's digits. */
const LONG_NUMBER = /\p{Nd}(?:[^\p{L}\p{Nd}]{0,3}\p{Nd}){8,}/gu;
const EMAIL = /[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+/g;

/** A text as anybody may read it: without the numbers and addresses by which a person is known. */
export const masked = (text: string): string =>
  text.normalize('NFKC').replace(EMAIL, '•••').replace(LONG_NUMBER, '•••');
