import type { Output } from '../../../shared/contract.ts';
import { sendFile } from '../../entry/send-file.ts';

export type Range = Output<'POST /cities/{city}/register/import'>;
export type Mode = 'check' | 'all' | 'good';

/** How a list is sent: looked at or loaded, and whether the decisions it names are taken. */
export type Asked = { readonly mode: Mode; readonly verified: boolean };

const sendRange = (token: string, city: string, file: File, asked: Asked, from: number): Promise<Range> => {
  const query = new URLSearchParams({ mode: asked.mode, verified: String(asked.verified), from: String(from) });
  return sendFile<Range>(token, `/cities/${city}/register/import?${query}`, file);
};

/** What has become of a list so far: the ranges that were sent, added up. */
export type Sent = Range & { readonly done: number };

/**
 * Sends a list range by range and tells after each how far it is; from the beginning, or from where `before` broke off. Where
 * the line breaks off nothing is lost: the same list sent again adds what is missing.
 */
export const sendSheet = async (
  token: string,
  city: string,
  file: File,
  asked: Asked,
  tell: (sent: Sent) => void,
  before?: Sent,
): Promise<Sent> => {
  let sent = before;
  let from: number | null = (before?.done ?? 0) + 1;
  while (from !== null) {
    const range: Range = await sendRange(token, city, file, asked, from);
    sent = {
      ...range,
      sample: sent?.sample ?? range.sample,
      added: (sent?.added ?? 0) + range.added,
      known: (sent?.known ?? 0) + range.known,
      decreed: (sent?.decreed ?? 0) + range.decreed,
      verified: (sent?.verified ?? 0) + range.verified,
      duplicates: [...(sent?.duplicates ?? []), ...range.duplicates],
      done: range.next === null ? range.good : range.next - 1,
    };
    tell(sent);
    // Where a row is wrong nothing of it is written: the rest is not asked for.
    from = asked.mode === 'all' && !range.written ? null : range.next;
  }
  return sent as Sent;
};
