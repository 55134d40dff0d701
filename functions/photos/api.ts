import { s3Files } from '../files.ts';
import { serve } from '../http/serve.ts';
import { required, theWorld } from '../world.ts';
import { addPhoto } from './add-photo.ts';

export const endpoints = [addPhoto];

const own = () => ({ photos: s3Files(required('PHOTOS_BUCKET')) });
export const handler = serve(endpoints, () => theWorld(own));
