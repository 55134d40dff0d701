import { photos } from '../../shared/contract/photos.ts';
import { serve } from '../http/serve.ts';
import { s3Files } from '../s3-files.ts';
import { servingWorld } from '../world.ts';
import { addPhoto } from './add-photo.ts';
import { listOrderPhotos } from './list-photos.ts';
import { openPrivatePhoto } from './open-photo.ts';
import { addOrderPhoto } from './order-photos.ts';
import { addProofPhoto } from './proof-photos.ts';
import { setLogo } from './set-logo.ts';
import { addTaskPhoto, addVisitPhoto } from './visit-photos.ts';

export const endpoints = [
  addPhoto,
  addOrderPhoto,
  listOrderPhotos,
  openPrivatePhoto,
  addProofPhoto,
  addVisitPhoto,
  addTaskPhoto,
  setLogo,
];

export const handler = serve(photos, endpoints, servingWorld({ photos: s3Files }));
