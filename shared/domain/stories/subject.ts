import type { Subject } from '../notices/next-notice.ts';
import type { Story } from './story.ts';

/** A story waits for its shop’s owners; once it is answered, or taken back, nothing waits. */
export const storySubject = ({ merchantId, cityCode, proposal, steps, version }: Story): Subject => {
  const last = steps.at(-1);
  return {
    id: `story ${merchantId}`,
    cityCode,
    version,
    messages: [
      {
        side: 'owner',
        audience: { scope: `merchant:${merchantId}`, roles: ['owner'] },
        facts: {},
        topic: proposal ? 'story-to-answer' : null,
        at: proposal?.at ?? last?.at ?? '',
        by: proposal?.by ?? last?.by ?? '',
        link: `/toko-saya/?toko=${merchantId}#cerita`,
      },
    ],
  };
};
