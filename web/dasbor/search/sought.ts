/** What one box may be about, of what somebody typed or pasted into it; a text can be several of these. */
export type Sought = {
  readonly orderId?: string;
  readonly merchantId?: string;
  /** May be the code of a paper; whether it is one, the market says. */
  readonly code?: string;
  /** Words of a name, a phone or a number, for the register. */
  readonly register?: string;
};

const MOST = 100;
const idIn = (prefix: string, text: string): string | undefined =>
  new RegExp(`${prefix}[_-]([0-9a-z]{26})(?![0-9a-z])`).exec(text.toLowerCase())?.[1];
/** Ten letters and digits, as on a paper or behind its check address. */
const codeIn = (text: string): string | undefined => {
  const [, pasted] = /\/cek\/([^/?#]+)/i.exec(text) ?? [];
  const plain = (pasted ?? text).replace(/[\s-]/g, '');
  return /^[0-9a-z]{10}$/i.test(plain) && !/^(0|62)?8\d+$/.test(plain) ? plain.toUpperCase() : undefined;
};

/** An id may stand anywhere in what was pasted: a link, a sentence of a message. */
export const soughtFor = (typed: string): Sought => {
  const text = typed.normalize('NFKC').trim().slice(0, MOST);
  if (text === '') return {};
  const order = idIn('ord', text) ?? (/^[0-9a-z]{26}$/i.test(text) ? text.toLowerCase() : undefined);
  if (order) return { orderId: `ord_${order}` };
  const merchant = idIn('mrc', text);
  if (merchant) return { merchantId: `mrc_${merchant}` };
  const code = codeIn(text);
  return { register: text, ...(code ? { code } : {}) };
};
