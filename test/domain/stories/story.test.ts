import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { beginningOf } from '../../../shared/domain/basics/beginning.ts';
import {
  consentEnded,
  consented,
  declined,
  proposed,
  storyState,
  withdrawn,
} from '../../../shared/domain/stories/moves.ts';
import { NewStory, type Story } from '../../../shared/domain/stories/story.ts';
import type { Visit } from '../../../shared/domain/visits/visit.ts';
import { Problem } from '../../../shared/problem.ts';
import { madeVisit, visited } from '../../visited.ts';

const refusalIn = (work: () => unknown): Pick<Problem, 'code'> => {
  try {
    work();
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error('was not refused');
};

const hash = (letter: string) => letter.repeat(64);
const visit: Visit = {
  ...madeVisit,
  record: { ...visited, photos: [hash('a'), hash('b')], receivedAt: '2026-11-12T03:00:00.000Z' },
};
const saw = (version: number, photos: readonly string[] = [hash('a'), hash('b')]) => ({ version, photos });
const now = { at: '2026-11-12T04:00:00.000Z', by: 'pemilik' };
const propose = (before?: Story, text = 'Dibuat sendiri sejak 2009.', photos = [hash('a')]) =>
  proposed(before, visit, { text, photos }, { ...now, by: 'lapangan' });

describe('a story', () => {
  test('is told to nobody before its owner consents to the words they read', () => {
    const waiting = propose();
    expect(storyState(waiting)).toBe('waiting');
    expect(waiting.published).toBeNull();
    const published = consented(waiting, saw(waiting.version), now);
    expect(published.published).toEqual(waiting.proposal);
    expect(storyState(published)).toBe('published');
  });

  test('that was changed after it was read is not consented to', () => {
    const read = propose();
    const changed = propose(read, 'Dibuat pabrik.');
    expect(refusalIn(() => consented(changed, saw(read.version), now)).code).toBe('version_mismatch');
    expect(refusalIn(() => declined(changed, read.version, 'Bukan.', now)).code).toBe('version_mismatch');
  });

  test('that is told stays as it was while another waits, and after that is declined', () => {
    const published = consented(propose(), saw(1), now);
    const again = propose(published, 'Sekarang berdua.');
    expect(again.published).toEqual(published.published);
    const kept = declined(again, again.version, 'Kami masih sendiri.', now);
    expect(kept).toMatchObject({ published: published.published, proposal: null, reason: 'Kami masih sendiri.' });
    expect(storyState(kept)).toBe('published');
  });

  test('that is taken back is kept nowhere in what is told, once and again', () => {
    const gone = withdrawn(consented(propose(), saw(1), now), now);
    expect(JSON.stringify(gone)).not.toContain('2009');
    expect(withdrawn(gone, now)).toBe(gone);
    expect(storyState(gone)).toBe('withdrawn');
    expect(refusalIn(() => consented(gone, saw(gone.version), now)).code).toBe('story_moved_on');
  });

  test('proposed twice is one; of a visit on which nobody was met there is none', () => {
    const waiting = propose();
    expect(propose(waiting)).toBe(waiting);
    const alone = { ...visit, record: visit.record && { ...visit.record, met: 'nobody' as const } };
    const given = { text: 'Rapi.', photos: [] };
    expect(refusalIn(() => proposed(undefined, alone, given, now)).code).toBe('visit_moved_on');
    expect(refusalIn(() => propose(undefined, 'Rapi.', [hash('c')])).code).toBe('visit_moved_on');
  });

  test('carries no number and no address by which a person is known', () => {
    const text = 'Hubungi 0812-3456-7890 atau yuni@contoh.id, NIK 3573 0145 0180 0001.';
    expect(propose(undefined, text).proposal?.text).toBe('Hubungi ••• atau ••• NIK •••.');
  });

  test('names each picture once', () => {
    expect(NewStory.safeParse({ text: 'Rapi.', photos: [hash('a'), hash('a')] }).success).toBe(false);
  });

  test('never tells, whatever happens to it in whatever order, what its owner did not consent to last', () => {
    const moves = fc.array(fc.constantFrom('propose', 'consent', 'decline', 'withdraw', 'stale'), { maxLength: 30 });
    fc.assert(
      fc.property(moves, (steps) => {
        let story: Story | undefined;
        let allowed: string | null = null;
        for (const [at, step] of steps.entries()) {
          const before: Story | undefined = story;
          try {
            if (step === 'propose') story = propose(before, `Cerita ${at}.`);
            else if (!before) continue;
            else if (step === 'withdraw') [story, allowed] = [withdrawn(before, now), null];
            else if (step === 'decline') story = declined(before, before.version, 'Tidak.', now);
            else if (step === 'stale') story = consented(before, saw(before.version - 1), now);
            else {
              story = consented(before, saw(before.version), now);
              allowed = before.proposal?.text ?? null;
            }
          } catch {
            expect(story).toBe(before);
          }
          expect(story?.published?.text ?? null).toBe(allowed);
          expect(story?.version ?? 0).toBeGreaterThanOrEqual(before?.version ?? 0);
        }
      }),
    );
  });

  test('ends with the owner who consented last, also where its trail forgot who that was', () => {
    let story = consented(propose(undefined, 'Satu.'), saw(1), now);
    expect(consentEnded(story, { ...now, by: 'pemilik lain' })).toBe(story);
    expect(consentEnded(story, now).published).toBeNull();
    for (let at = 0; at < 20; at++) story = propose(story, `Cerita ${at}.`);
    expect(consentEnded(story, now).published).toBeNull();
    expect(consentEnded(withdrawn(story, now), now).steps.at(-1)?.step).toBe('withdrawn');
  });

  test('begins in a list with whole words', () => {
    expect(beginningOf('Bu Yuni mengulek sambal sejak subuh.', 100)).toBe('Bu Yuni mengulek sambal sejak subuh.');
    expect(beginningOf('Bu Yuni mengulek sambal sejak subuh.', 20)).toBe('Bu Yuni mengulek …');
    // A letter of two halves is left out, not cut.
    expect(beginningOf('🍜'.repeat(20), 9)).toBe(`${'🍜'.repeat(4)} …`);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 5, max: 60 }), (text, most) => {
        expect(beginningOf(text, most).length).toBeLessThanOrEqual(most + 2);
      }),
    );
  });
});
