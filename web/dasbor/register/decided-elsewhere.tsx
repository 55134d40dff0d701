import { useState } from 'preact/hooks';
import { Refusal } from '../../entry/client.ts';
import { AlreadyDecided } from '../../kit/desk/edit.tsx';
import type { AskedCity } from '../opened.ts';
import { type File, fieldNames } from './words.ts';

/** What an officer is about to say of a shop, or a colleague said. */
export type Said = { readonly status: File['status']; readonly why: string };
const names: Readonly<Record<File['status'], string>> = {
  pending: 'Menunggu verifikasi',
  returned: 'Dikembalikan',
  verified: 'Terverifikasi',
  suspended: 'Ditangguhkan',
};

export const reasonsOf = (reasons: File['reasons']): string =>
  reasons.map(({ field, reason }) => `${fieldNames[field]}: ${reason}`).join('; ');

/** A decision about a shop that a colleague may have made otherwise meanwhile. */
export const useDecided = ({ call, again }: AskedCity, { merchantId, status }: File) => {
  const [both, setBoth] = useState<{ readonly mine: Said; readonly theirs: Said }>();
  /** Whether it was decided so; where a colleague was first, both are there to be seen. @throws what else refuses it */
  const decides = async (mine: Said, work: () => Promise<unknown>): Promise<boolean> => {
    try {
      await work();
      return true;
    } catch (error) {
      if (!(error instanceof Refusal) || error.status !== 412) throw error;
      const now = await call('GET /merchants/{merchantId}/file', { params: { merchantId } });
      // The applicant wrote in between: nothing was decided that could stand beside it.
      if (now.status === status) throw error;
      const why = now.status === 'returned' ? reasonsOf(now.reasons) : (now.suspendedReason ?? '');
      setBoth({ mine, theirs: { status: now.status, why } });
      return false;
    }
  };
  const read = () => {
    setBoth(undefined);
    again();
  };
  return { both, decides, read };
};

type Props = { readonly both: ReturnType<typeof useDecided>['both']; readonly onRead: () => unknown };
export const DecidedElsewhere = ({ both, onRead }: Props) =>
  both ? (
    <AlreadyDecided
      fields={[
        ['Keputusan', names[both.mine.status], names[both.theirs.status]],
        ['Alasan', both.mine.why, both.theirs.why],
      ]}
      read="Baca berkas yang sekarang"
      onRead={onRead}
    />
  ) : null;
