const hexOf = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** SHA-256 of a file's bytes, or of a text's, in hex. */
export const hashOf = async (what: Blob | string): Promise<string> =>
  hexOf(await crypto.subtle.digest('SHA-256', await new Blob([what]).arrayBuffer()));
