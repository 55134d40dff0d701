import { Problem } from '../../problem.ts';
import type { Instant } from '../basics/month.ts';
import type { Person } from '../people/caller.ts';
import { masked } from '../people/masked.ts';
import type { Visit } from '../visits/visit.ts';
import type { NewStory, Story, StoryText } from './story.ts';

type By = { readonly at: Instant; readonly by: Person };
const MOST_STEPS = 20;

const moved = (
  { merchantId, cityCode, ...before }: Pick<Story, 'merchantId' | 'cityCode'> & Partial<Story>,
  step: Story['steps'][number]['step'],
  { at, by }: By,
  change: Partial<Story>,
): Story => ({
  merchantId,
  cityCode,
  proposal: before.proposal ?? null,
  published: before.published ?? null,
  reason: null,
  ...change,
  steps: [...(before.steps ?? []), { step, at, by }].slice(-MOST_STEPS),
  version: (before.version ?? 0) + 1,
});

const isSame = (one: StoryText | null, { text, photos, visitId }: Pick<StoryText, 'text' | 'photos' | 'visitId'>) =>
  one?.visitId === visitId && one.text === text && one.photos.join() === photos.join();

/**
 * A story proposed out of a visit on which somebody was met; the same value where it waits so already. What is told stays
 * told until its owner consents to another.
 * @throws Problem visit_moved_on without a record, or with a picture that is not of it
 */
export const proposed = (before: Story | undefined, visit: Visit, given: NewStory, { at, by }: By): Story => {
  const { record, visitId, merchantId, cityCode, day, visitor, visitorName } = visit;
  if (!record || record.met === 'nobody')
    throw new Problem('visit_moved_on', 'Cerita ditulis dari kunjungan yang bertemu orangnya. Kirim catatannya dulu.');
  const { photos } = given;
  if (!photos.every((hash) => record.photos.includes(hash)))
    throw new Problem('visit_moved_on', 'Foto cerita harus dari kunjungan ini. Pilih fotonya lagi.', [
      { pointer: '/photos', detail: 'Pilih dari foto kunjungan ini.' },
    ]);
  const text = masked(given.text);
  if (before && isSame(before.proposal, { text, photos, visitId })) return before;
  const byName = by === visitor ? visitorName : 'Petugas kota';
  const proposal: StoryText = { text, photos, visitId, day, by, byName, at };
  return moved(before ?? { merchantId, cityCode }, 'proposed', { at, by }, { proposal });
};

const nothingWaits = (): Problem =>
  new Problem('story_moved_on', 'Tidak ada cerita yang menunggu jawaban Anda. Muat ulang halaman.');
const anotherWaits = (): Problem =>
  new Problem('version_mismatch', 'Ceritanya diubah petugas setelah Anda membacanya. Baca lagi, lalu jawab.');

/** The proposal that somebody read, and no other. @throws Problem story_moved_on · version_mismatch */
const seen = ({ proposal, version }: Story, read: number): StoryText => {
  if (!proposal) throw nothingWaits();
  if (version !== read) throw anotherWaits();
  return proposal;
};

type Read = { readonly version: number; readonly photos: readonly string[] };
/**
 * The story as everybody may read it now, by its owner’s consent: with the pictures that they saw, because one that is still
 * under way from an officer's phone was looked at by nobody. @throws Problem story_moved_on · version_mismatch
 */
export const consented = (before: Story, { version, photos }: Read, now: By): Story => {
  const proposal = seen(before, version);
  const published = { ...proposal, photos: proposal.photos.filter((hash) => photos.includes(hash)) };
  return moved(before, 'consented', now, { published, proposal: null });
};

/** The proposal is not wanted; what is told stays. @throws Problem story_moved_on · version_mismatch */
export const declined = (before: Story, read: number, reason: string, now: By): Story => {
  seen(before, read);
  return moved(before, 'declined', now, { proposal: null, reason });
};

/** Told to nobody from now on, and kept nowhere; the same value where nothing is told. */
export const withdrawn = (before: Story, now: By): Story =>
  before.published ? moved(before, 'withdrawn', now, { published: null }) : before;

/**
 * A story when one of its shop's owners is one no more: taken back where it stands by their consent, or by one so long ago that
 * the trail has lost it; the same value where another owner consented, or nothing is told.
 */
export const consentEnded = (before: Story, { at, by }: By): Story => {
  const consent = before.steps.findLast(({ step }) => step === 'consented');
  return consent === undefined || consent.by === by ? withdrawn(before, { at, by }) : before;
};

export type StoryState = 'published' | 'waiting' | 'declined' | 'withdrawn';
/** Where it stands, what is told before what waits. */
export const storyState = ({
  published,
  proposal,
  steps,
}: Pick<Story, 'published' | 'proposal' | 'steps'>): StoryState => {
  if (published) return 'published';
  if (proposal) return 'waiting';
  return steps.at(-1)?.step === 'declined' ? 'declined' : 'withdrawn';
};
