import { GetObjectCommand, NoSuchKey, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';

/** Where files too large for the table live (sorted month files, photos): a bucket on AWS, a folder on one machine. */
export type Files = {
  /** Writes the whole file or nothing; the same key again replaces it. */
  readonly put: (key: string, bytes: Uint8Array, contentType?: string) => Promise<void>;
  readonly get: (key: string) => Promise<Uint8Array | undefined>;
};

export const s3Files = (bucket: string, client: Pick<S3Client, 'send'> = new S3Client({})): Files => ({
  put: async (key, bytes, contentType = 'application/octet-stream') => {
    await client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: bytes, ContentType: contentType }));
  },
  get: async (key) => {
    try {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
      return await Body?.transformToByteArray();
    } catch (error) {
      // S3 answers AccessDenied for a missing key when listing is not allowed; that stays an error worth seeing.
      if (error instanceof NoSuchKey) return undefined;
      throw error;
    }
  },
});
