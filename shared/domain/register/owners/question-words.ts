import type { AskingKind } from './owner-cluster.ts';

/** What shops share, as people say it. */
const shared: Readonly<Record<AskingKind, string>> = {
  phone: 'satu nomor HP',
  account: 'satu rekening',
  applicant: 'satu akun pendaftar',
  qris: 'satu penerima QRIS',
};

/** The name of a question, `2 usaha dengan satu nomor HP`: whose they are is asked, and nobody's number is said. */
export const ownerQuestionName = (kind: AskingKind, shops: number): string => `${shops} usaha dengan ${shared[kind]}`;
