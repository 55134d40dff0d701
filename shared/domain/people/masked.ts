/** NIK, phones, accounts: nine digits or more, however they are grouped, in any script's digits. */
const LONG_NUMBER = /\p{Nd}(?:[^\p{L}\p{Nd}]{0,6}\p{Nd}){8,}/gu;
/** `ani (at) contoh.id`, `ani @ contoh.id`; not `20 kotak @ Rp10.000`, which is a price for each. */
const WRITTEN_AT = /\s{0,3}(?:[([{]\s{0,2}at\s{0,2}[)\]}]|@)(?!\s{0,3}(?:rp\.?\s?)?\d)\s{0,3}/gi;
const WORD = /\S+/g;
const isPrice = (word: string): boolean => /^@(?:$|(?:rp\.?)?\d)/i.test(word);

/**
 * A text as anybody may read it: without the numbers and addresses by which a person is known. Read from front to back once:
 * whoever writes thousands of letters without a space must not make a list of complaints slow.
 */
export const masked = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(WRITTEN_AT, '@')
    .replace(WORD, (word) => (word.includes('@') && !isPrice(word) ? '•••' : word))
    .replace(LONG_NUMBER, '•••');
