import { canonicalJson } from '../../basics/keys/canonical.ts';
import { isSigned, type Signer } from '../../basics/keys/signature.ts';
import type { Pack, PackContent } from './pack.ts';

const bytesOf = (content: PackContent): Uint8Array => new TextEncoder().encode(canonicalJson(content));

export const signedPack = (code: string, content: PackContent, hash: string, signer: Signer): Pack => ({
  code,
  content,
  hash,
  signature: signer.sign(bytesOf(content)),
  publicKey: signer.publicKey,
});

/** Whether a pack says what was signed. */
export const isIntact = ({ content, signature, publicKey }: Pack): boolean =>
  isSigned(bytesOf(content), signature, publicKey);
