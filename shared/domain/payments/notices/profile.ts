import type { SentNotice } from '../../basics/webhooks/signed-notice.ts';
import type { Notice } from './notice.ts';

/** What a notice says, before it is known whose account it came to. */
type Said = Pick<Notice, 'reference' | 'transaction' | 'status' | 'rupiah'>;

/**
 * How one provider proves that a notice is its own, and how it writes it. `verify` sees bytes and headers only, and runs
 * before `read`; a provider that signs fields of its body is given them by a look at those fields alone.
 */
export type Profile<Secret> = {
  readonly verify: (delivery: SentNotice, secret: Secret) => void;
  readonly read: (body: unknown) => Said;
  /** What the provider wants to hear when its notice was taken. */
  readonly answer: Readonly<Record<string, string>>;
};
