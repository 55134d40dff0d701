import { photos } from '../../shared/contract/photos.ts';
import { serve } from '../http/serve.ts';
import { s3Files } from '../s3-files.ts';
import { servingWorld } from '../world.ts';
import { addPhoto } from './add-photo.ts';

export const endpoints = [addPhoto];

export const handler = serve(photos, endpoints, servingWorld({ photos: s3Files }));
