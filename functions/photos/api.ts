import { type Files, s3Files } from '../files.ts';
import { serve } from '../http/serve.ts';
import { theWorld } from '../world.ts';
import { addPhoto } from './add-photo.ts';

export const endpoints = [addPhoto];

let photos: Files | undefined;
export const handler = serve(endpoints, () => {
  photos ??= s3Files(process.env['PHOTOS_BUCKET'] ?? '');
  return theWorld({ photos });
});
