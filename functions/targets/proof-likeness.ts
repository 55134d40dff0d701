import { createHash } from 'node:crypto';
import { looksSame } from '../../shared/domain/photos/picture-look.ts';
import {
  getProof,
  getProofPhoto,
  getReceipt,
  type ProofPhoto,
  proofsLike,
} from '../../shared/table/targets/purchase-proofs.ts';
import type { World } from '../world.ts';

/** A key of the table holds no text of people: its hash is fit for one. */
export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32);

/**
 * A proof shown before with a picture that looks like this one: the officer looks at both. What was refused of the same person is
 * none: they were asked for a better picture of that very receipt.
 */
export const proofThatLooksLike = async (
  { table, now }: World,
  { cityCode, look, person }: ProofPhoto,
): Promise<string | null> => {
  if (!look?.print) return null;
  for (const proofId of await proofsLike(table, cityCode, look.print, now())) {
    const known = await getProof(table, proofId);
    if (!known || (known.state === 'refused' && known.person === person)) continue;
    const photo = await getProofPhoto(table, cityCode, known.photoId);
    if (photo?.look && looksSame(look, photo.look)) return proofId;
  }
  return null;
};

/** Whether a receipt like this one was shown; what was refused of the same person is none, by its words as by its picture. */
export const isAlike = async (
  { table }: World,
  cityCode: string,
  receipt: string,
  person: string,
): Promise<boolean> => {
  const shown = await getReceipt(table, cityCode, receipt);
  const known = shown && (await getProof(table, shown.proofId));
  return shown !== undefined && !(known?.state === 'refused' && known.person === person);
};
