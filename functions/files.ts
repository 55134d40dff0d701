/** Where files too large for the table live (sorted month files, photos): a bucket on AWS, a folder on one machine. */
export type Files = {
  /** Writes the whole file or nothing; the same key again replaces it. */
  readonly put: (key: string, bytes: Uint8Array, contentType?: string) => Promise<void>;
  readonly get: (key: string) => Promise<Uint8Array | undefined>;
};
