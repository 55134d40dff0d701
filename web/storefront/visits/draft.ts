import type { Sent } from '../../../shared/contract.ts';
import type { Measured } from '../../../shared/domain/visits/route.ts';
import type { Met, Need, Obstacle } from '../../../shared/domain/visits/words.ts';

export type RecordBody = Sent<'POST /visits/{visitId}/record'>['body'];

/** What stands in the form, as it was typed. */
export type Draft = {
  readonly met: Met | null;
  readonly production: string;
  readonly marketing: string;
  readonly obstacles: readonly Obstacle[];
  readonly problems: string;
  /** Proposed for the shop’s page; drafts of former versions have none. */
  readonly story?: string;
  readonly needs: Readonly<Partial<Record<Need, string>>>;
  readonly agreed: string;
  readonly again: string;
  readonly place: Measured | null;
  readonly shared: boolean;
};

/** What each part of the form has and may change. */
export type PartProps = { readonly draft: Draft; readonly change: (part: Partial<Draft>) => void };

export const emptyDraft: Draft = {
  met: null,
  production: '',
  marketing: '',
  obstacles: [],
  problems: '',
  needs: {},
  agreed: '',
  again: '',
  place: null,
  shared: false,
};

export const MOST_NEEDS = 5;
/** What is missing, by the field it is missing in; empty where the record can go. */
export const missingIn = ({ met, needs }: Draft): { readonly field: string; readonly sentence: string }[] => [
  ...(met === null ? [{ field: 'met', sentence: 'Pilih Anda bertemu siapa.' }] : []),
  ...Object.entries(needs).flatMap(([kind, text]) =>
    text.trim() === '' ? [{ field: `need-${kind}`, sentence: 'Tulis apa yang dibutuhkan.' }] : [],
  ),
];

const typed = (text: string): string | null => text.trim() || null;
/** The record that is sent: the same every time, so that the market knows a repeat. */
export const bodyOf = (
  draft: Draft & { readonly met: Met },
  { openedAt, finishedAt, photos }: Pick<RecordBody, 'openedAt' | 'finishedAt' | 'photos'>,
): RecordBody => ({
  openedAt,
  finishedAt,
  photos,
  met: draft.met,
  obstacles: [...draft.obstacles],
  place: draft.place,
  production: typed(draft.production),
  marketing: typed(draft.marketing),
  problems: typed(draft.problems),
  needs: Object.entries(draft.needs).map(([kind, text]) => ({ kind: kind as Need, text: text.trim() })),
  ...(draft.story?.trim() ? { story: draft.story.trim() } : {}),
  agreed: typed(draft.agreed),
  again: draft.again || null,
  shared: draft.shared,
});
