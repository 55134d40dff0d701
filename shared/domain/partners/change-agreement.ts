import { Problem } from '../../problem.ts';
import type { Instant } from '../basics/month.ts';
import type { Person } from '../people/caller.ts';
import { type Agreement, type AgreementTerms, type Fulfilment, type Obligation, remindersOf } from './agreement.ts';
import type { Partner } from './partner.ts';

type Of = Pick<Agreement, 'agreementId' | 'addedAt'>;
type NewId = (at: number) => string;
type Now = { readonly at: Instant; readonly by: Person };

const withReminders = (agreement: Omit<Agreement, 'next' | 'wakeOn'>): Agreement => ({
  ...agreement,
  ...remindersOf(agreement),
});

/** An agreement as it was entered first. `newId` makes the id of the obligation at a place of the list. */
export const entered = (terms: AgreementTerms, partner: Partner, of: Of, newId: NewId): Agreement => {
  const { partnerId, brand, place } = partner;
  const obligations = terms.obligations.map(({ obligationId: _, ...one }, at) => ({
    ...one,
    obligationId: newId(at),
    done: null,
  }));
  return withReminders({ ...terms, ...of, partnerId, brand, place, obligations, documents: [], version: 1 });
};

/**
 * The terms as they are now. What is done stays, in its own words, whatever the list says of it: an agreement does not forget
 * what somebody did. @throws Problem obligation_not_found
 */
export const changed = (before: Agreement, terms: AgreementTerms, newId: NewId): Agreement => {
  const known = new Map(before.obligations.map((one) => [one.obligationId, one]));
  const named = terms.obligations.map(({ obligationId, ...one }, at): Obligation => {
    if (obligationId === undefined) return { ...one, obligationId: newId(at), done: null };
    const earlier = known.get(obligationId);
    if (!earlier)
      throw new Problem('obligation_not_found', 'Ada kewajiban yang tidak dikenal. Muat ulang halamannya.', [
        { pointer: `/obligations/${at}/obligationId`, detail: 'Tidak ada di perjanjian ini.' },
      ]);
    known.delete(obligationId);
    return earlier.done ? earlier : { ...earlier, ...one };
  });
  const kept = [...known.values()].filter(({ done }) => done !== null);
  const { obligations: _, ...others } = terms;
  return withReminders({
    ...before,
    ...others,
    obligations: [...kept, ...named],
    version: before.version + 1,
  });
};

/** Something was done, or turned out not to be. @throws Problem obligation_not_found, document_not_found */
export const fulfilled = (before: Agreement, obligationId: string, given: Fulfilment, { at, by }: Now): Agreement => {
  const found = before.obligations.find((one) => one.obligationId === obligationId);
  if (!found) throw new Problem('obligation_not_found', 'Kewajiban ini tidak ada di perjanjian ini. Muat ulang.');
  const documentId = given.done ? (given.documentId ?? null) : null;
  if (documentId !== null && !before.documents.some((one) => one.documentId === documentId))
    throw new Problem('document_not_found', 'Dokumen bukti ini tidak ada di perjanjian ini. Unggah dulu.', [
      { pointer: '/documentId', detail: 'Pilih dokumen perjanjian ini.' },
    ]);
  const done = given.done ? { at, by, note: given.note, documentId } : null;
  const obligations = before.obligations.map((one) => (one === found ? { ...one, done } : one));
  return withReminders({ ...before, obligations, version: before.version + 1 });
};

/** So many papers one agreement keeps. */
const MOST_DOCUMENTS = 40;

/** A paper of it; the same one again changes nothing. @throws Problem limit_reached */
export const documented = (before: Agreement, document: Agreement['documents'][number]): Agreement => {
  if (before.documents.some(({ documentId }) => documentId === document.documentId)) return before;
  if (before.documents.length >= MOST_DOCUMENTS)
    throw new Problem('limit_reached', `Perjanjian ini sudah punya ${MOST_DOCUMENTS} dokumen. Gabungkan berkasnya.`);
  return { ...before, documents: [...before.documents, document], version: before.version + 1 };
};
