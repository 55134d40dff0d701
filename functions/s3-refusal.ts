import type { HttpRequest } from '@smithy/core/protocols';

/** S3 did not do it, in its own words. */
export class S3Refusal extends Error {
  readonly status: number;
  readonly isMissingFile: boolean;
  /** The file is not the one it was to be written over; two writers at one moment are told so as well. */
  readonly isConflict: boolean;
  constructor(status: number, { method, path }: HttpRequest, text: string) {
    super(`S3 answered ${status} to ${method} ${path}: ${text.slice(0, 300)}`);
    this.status = status;
    // A bucket that is missing is 404 too, and no answer to anything.
    this.isMissingFile = status === 404 && text.includes('<Code>NoSuchKey</Code>');
    this.isConflict = status === 412 || status === 409;
  }
}
export const passes = (error: unknown): boolean =>
  !(error instanceof S3Refusal) || error.status >= 500 || error.status === 429;

export const orMissing = (error: unknown): undefined => {
  // Where the folder may not be listed S3 says 403 of a missing file: that stays an error worth seeing.
  if (error instanceof S3Refusal && error.isMissingFile) return undefined;
  throw error;
};
