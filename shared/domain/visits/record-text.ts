import { canonicalJson } from '../basics/keys/canonical.ts';
import { visibleLine, visibleParagraph } from '../basics/visible.ts';

type Texts = {
  readonly production: string | null;
  readonly marketing: string | null;
  readonly problems: string | null;
  readonly agreed: string | null;
  readonly story?: string | undefined;
  readonly needs: readonly { readonly kind: string; readonly text: string }[];
};

const shown = (text: string | null): string | null => (text === null ? null : visibleParagraph(text));

/**
 * A record of a visit as the market keeps it, written alike by the phone that has it and the market that got it: what both make
 * the hash of, by which the phone lets go of its own.
 */
export const recordText = (record: Texts): string =>
  canonicalJson({
    ...record,
    production: shown(record.production),
    marketing: shown(record.marketing),
    problems: shown(record.problems),
    agreed: shown(record.agreed),
    story: record.story === undefined ? undefined : visibleParagraph(record.story),
    needs: record.needs.map(({ kind, text }) => ({ kind, text: visibleLine(text) })),
  });
