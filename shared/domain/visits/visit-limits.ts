import * as z from 'zod';

/** The hash of a picture’s bytes as the phone keeps it: by it both sides know that it came whole. */
export const PhotoHash = z
  .string()
  .regex(/^[0-9a-f]{64}$/, 'Foto ini tidak dikenal. Ambil lagi fotonya.')
  .meta({ id: 'PhotoHash' });

export const MOST_VISIT_PHOTOS = 6;
export const MOST_NEEDS = 5;
/** So long a story of a maker is: what a phone shows in a look or two. Letters. */
export const STORY_LENGTH = 1_200;
