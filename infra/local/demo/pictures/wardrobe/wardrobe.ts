import type { Drawing } from '../kit/palette.ts';
import { batik } from './batik.ts';
import { fashion } from './fashion.ts';
import { shoes } from './shoes.ts';
import { uniforms } from './uniforms.ts';

/** What is worn. */
export const wardrobe: Record<string, Drawing> = { ...batik, ...uniforms, ...fashion, ...shoes };
