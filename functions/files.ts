/** Where files too large for the table live (sorted month files, photos): a bucket on AWS, a folder on one machine. */
export type Files = {
  /** Writes the whole file or nothing; the same key again replaces it. */
  readonly put: (key: string, bytes: Uint8Array, contentType?: string) => Promise<void>;
  readonly get: (key: string) => Promise<Uint8Array | undefined>;
};

/** A file with the tag of this very writing of it. */
export type Tagged = { readonly bytes: Uint8Array; readonly tag: string };

/** The site's pages, which several functions may want to write at the same moment. */
export type SiteFiles = {
  readonly get: (key: string) => Promise<Tagged | undefined>;
  /**
   * Writes only over the file with this tag (undefined: only where there is none). False when somebody else wrote
   * meanwhile, and then nothing was written.
   */
  readonly replace: (key: string, bytes: Uint8Array, contentType: string, tag: string | undefined) => Promise<boolean>;
};
