import { type Files, s3Files } from '../files.ts';
import { serve } from '../serve.ts';
import { theWorld } from '../world.ts';
import { listProducts } from './list-products.ts';

export const endpoints = [listProducts];

let files: Files | undefined;
export const handler = serve(endpoints, () => {
  files ??= s3Files(process.env['FILES_BUCKET'] ?? '');
  return theWorld({ files });
});
