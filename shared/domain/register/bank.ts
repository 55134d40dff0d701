import * as z from 'zod';
import { folded } from '../basics/fold.ts';
import { Instant } from '../basics/month-schema.ts';
import { Name } from '../basics/text.ts';
import { Person } from '../people/caller.ts';
import { banks } from './bank-names.ts';

type ListedBank = keyof typeof banks;

const Bank = z.enum([...(Object.keys(banks) as [ListedBank, ...ListedBank[]]), 'other']).meta({ id: 'Bank' });

/** Words that tell no bank from another: "PT Bank Jatim Tbk" is "Bank Jatim", and so is "BankJatim". */
const filler: ReadonlySet<string> = new Set(['pt', 'tbk', 'persero', 'perseroda', 'bank']);
const nameKey = (name: string): string =>
  folded(name)
    .split(' ')
    .filter((word) => !filler.has(word))
    .join('')
    .replace(/^bank/, '');
const longNames: Partial<Record<ListedBank, string>> = {
  '002': 'Bank Rakyat Indonesia',
  '009': 'Bank Negara Indonesia',
  '014': 'Bank Central Asia',
  '200': 'Bank Tabungan Negara',
  '451': 'Bank Syariah Indonesia',
};
const codesByName = () =>
  new Map([...Object.entries(banks), ...Object.entries(longNames)].map(([code, name]) => [nameKey(name), code]));
/** Made when somebody first names a bank: few functions are ever told one. */
let listed: ReturnType<typeof codesByName> | undefined;
const listedAs = (key: string): string | undefined => {
  listed ??= codesByName();
  return listed.get(key);
};

/** An account number as people type it, with spaces, dots or dashes; kept as digits. One digit all along is a filler. */
const AccountNumber = z
  .string()
  .max(40)
  .regex(/^[\d .\p{Pd}]+$/u, 'Nomor rekening ditulis dengan angka saja.')
  .transform((typed) => typed.replace(/\D/g, ''))
  .pipe(z.string().regex(/^(?!(\d)\1*$)\d{6,20}$/, 'Nomor rekening berisi 6 sampai 20 angka.'))
  .meta({ example: '0011-2233-4455' });

/** Where a shop's buyers transfer to. The market moves no money: it shows that shops share an account. */
export const PayoutAccount = z
  .strictObject({
    bank: Bank.describe(
      `Code for transfers, or other: ${Object.entries(banks)
        .map((pair) => pair.join(' '))
        .join(', ')}`,
    ),
    bankName: Name(60).optional().describe('With bank `other`: its name, e.g. BPR Tugu Artha'),
    number: AccountNumber,
    holder: Name(80).describe('Name of the account holder, as the bank has it'),
  })
  .superRefine(({ bank, bankName }, context) => {
    const flaw = (message: string) => context.addIssue({ code: 'custom', path: ['bankName'], message });
    const key = nameKey(bankName ?? '');
    const code = listedAs(key);
    if (bank !== 'other' && bankName !== undefined) flaw('Nama bank diisi hanya untuk bank di luar daftar.');
    else if (bank === 'other' && key === '') flaw('Tulis nama bank yang tidak ada di daftar.');
    // One bank under two names would be two accounts to whoever compares them.
    else if (bank === 'other' && code !== undefined) flaw(`Bank ini ada di daftar; pilih kode ${code}.`);
  })
  .meta({ id: 'PayoutAccount' });
export type PayoutAccount = z.infer<typeof PayoutAccount>;

/** What the owner and the city, not the staff, see of it: the last four digits, fewer of a short number. */
export const ShownAccount = z
  .object({ bank: Bank, bankName: z.string(), number: z.string(), holder: z.string() })
  .meta({ id: 'ShownAccount' });
export type ShownAccount = z.infer<typeof ShownAccount>;

export const shownAccount = ({ bank, bankName, number, holder }: PayoutAccount): ShownAccount => {
  const tail = Math.min(4, Math.floor(number.length / 2) - 1);
  return {
    bank,
    bankName: bank === 'other' ? (bankName ?? '') : banks[bank],
    number: '•'.repeat(number.length - tail) + number.slice(-tail),
    holder,
  };
};

/** One account, however it was written: what is hashed to find shops that share it. The holder's name proves nothing. */
export const accountText = ({ bank, bankName, number }: PayoutAccount): string =>
  `account\n${bank === 'other' ? nameKey(bankName ?? '') : bank}\n${number}`;

/** One entry of the trail of a shop's account, which nobody can rewrite: what became of it, by whom, when; no digits. */
export const AccountChange = z
  .object({
    merchantId: z.string(),
    merchantVersion: z.int().describe("The version of the shop's file that this change made"),
    change: z.enum(['given', 'changed', 'removed']),
    by: Person,
    at: Instant,
  })
  .meta({ id: 'AccountChange' });
export type AccountChange = z.infer<typeof AccountChange>;

/** What a new account in place of an old one is; undefined when nothing of it changes. */
export const accountChange = (
  before: PayoutAccount | undefined,
  after: PayoutAccount | undefined,
): AccountChange['change'] | undefined => {
  if (!before) return after && 'given';
  if (!after) return 'removed';
  const same = accountText(before) === accountText(after) && before.bankName === after.bankName;
  return same && before.holder === after.holder ? undefined : 'changed';
};
