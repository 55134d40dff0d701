import { createHash } from 'node:crypto';
import { canonicalJson } from '../basics/keys/canonical.ts';
import { isSigned, type Signer } from '../basics/keys/signature.ts';

type Document = { readonly '@context': readonly string[] } & Readonly<Record<string, unknown>>;
export type Proof = {
  readonly type: 'DataIntegrityProof';
  readonly cryptosuite: 'eddsa-jcs-2022';
  readonly created: string;
  readonly verificationMethod: string;
  readonly proofPurpose: 'assertionMethod';
  readonly '@context': readonly string[];
  readonly proofValue: string;
};
export type Secured = Document & { readonly proof: Proof };

const hash = (value: unknown): Buffer => createHash('sha256').update(canonicalJson(value)).digest();
/** What is signed: the proof without its value, then the document, each by the hash of its canonical JSON. */
const hashed = (document: Document, proof: Omit<Proof, 'proofValue'>): Buffer =>
  Buffer.concat([hash(proof), hash(document)]);

/** A key as a DID of itself, with the one method it has. */
export const didOf = ({ publicKey }: Pick<Signer, 'publicKey'>): string => `did:key:${publicKey}`;

/** A document with its proof. Source: W3C, Data Integrity EdDSA Cryptosuites 1.0 (2025), eddsa-jcs-2022. */
export const secured = (document: Document, signer: Signer, created: string): Secured => {
  const config = {
    ...({ type: 'DataIntegrityProof', cryptosuite: 'eddsa-jcs-2022' } as const),
    created,
    verificationMethod: `${didOf(signer)}#${signer.publicKey}`,
    ...({ proofPurpose: 'assertionMethod', '@context': document['@context'] } as const),
  };
  return { ...document, proof: { ...config, proofValue: signer.sign(hashed(document, config)) } };
};

/** Whether a document says what was signed with this key. */
export const isIntact = ({ proof: { proofValue, ...config }, ...document }: Secured, publicKey: string): boolean =>
  isSigned(hashed(document as Document, config), proofValue, publicKey);
