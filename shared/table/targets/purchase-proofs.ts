import * as z from 'zod';
import type { Instant } from '../../domain/basics/month.ts';
import { isErased } from '../../domain/people/erased.ts';
import { PictureLook } from '../../domain/photos/picture-look.ts';
import { bandsOf } from '../../domain/photos/picture-print.ts';
import { ProofCard, type ProofState, PurchaseProof } from '../../domain/targets/purchase-proof.ts';
import { Problem } from '../../problem.ts';
import { is } from '../engine/fields.ts';
import { everyEntry, list, type PageRequest } from '../engine/pages.ts';
import { get, getMany } from '../engine/reads.ts';
import { entity, namesIn, type Table } from '../engine/table.ts';
import { insert, put, remove, save, type Write } from '../engine/writes.ts';

/** A photo that was shown as a proof in a city, by whom, and which proof it became. */
const ProofPhoto = z.object({
  cityCode: z.string(),
  photoId: z.string(),
  person: z.string(),
  at: z.string(),
  look: PictureLook.optional(),
  proofId: z.string().nullable(),
  version: z.int(),
});
export type ProofPhoto = z.infer<typeof ProofPhoto>;
/** A receipt that was shown, by the hash of what makes two receipts one. */
const Receipt = z.object({ cityCode: z.string(), receipt: z.string(), proofId: z.string() });

/** The last proof whose picture has this part of a print; for ninety days. */
const PrintBand = z.object({ cityCode: z.string(), band: z.string(), proofId: z.string(), ttl: z.int() });
const BAND_SECONDS = 90 * 86_400;

// | entity        | pk                  | sk    | list 1                                | list 2              |
// | PurchaseProof | PROOF#id            | PROOF | CITY#35.73#PROOFS#<state> / sentAt, id | PROOFS#person / at, id |
// | ProofPhoto    | PROOF-PHOTO#35.73#… | PHOTO |                                       | PROOF-PHOTOS#person / city, hash |
// | Receipt       | RECEIPT#35.73#<hash> | RECEIPT |                                    |                     |
// | PrintBand     | PRINT#35.73#<band>  | PRINT |                                       |                     |
const proofs = entity({
  type: 'PurchaseProof',
  schema: PurchaseProof,
  key: ({ proofId }: Pick<PurchaseProof, 'proofId'>) => ({ pk: `PROOF#${proofId}`, sk: 'PROOF' }),
  list1: (one) => ({ pk: `CITY#${one.cityCode}#PROOFS#${one.state}`, sk: `${one.sentAt}#${one.proofId}` }),
  list2: (one) =>
    isErased(one.person) ? undefined : { pk: `PROOFS#${one.person}`, sk: `${one.sentAt}#${one.proofId}` },
  card: namesIn(ProofCard),
});
const photoKey = (cityCode: string, photoId: string) => ({ pk: `PROOF-PHOTO#${cityCode}#${photoId}`, sk: 'PHOTO' });
const photos = entity({
  type: 'ProofPhoto',
  schema: ProofPhoto,
  key: ({ cityCode, photoId }: Pick<ProofPhoto, 'cityCode' | 'photoId'>) => photoKey(cityCode, photoId),
  list2: ({ person, cityCode, photoId }) =>
    isErased(person) ? undefined : { pk: `PROOF-PHOTOS#${person}`, sk: `${cityCode}#${photoId}` },
  card: [],
});
const receiptKey = (cityCode: string, receipt: string) => ({ pk: `RECEIPT#${cityCode}#${receipt}`, sk: 'RECEIPT' });
const receipts = entity({
  type: 'Receipt',
  schema: Receipt,
  key: ({ cityCode, receipt }: Pick<z.infer<typeof Receipt>, 'cityCode' | 'receipt'>) => receiptKey(cityCode, receipt),
});

const bandKey = (cityCode: string, band: string) => ({ pk: `PRINT#${cityCode}#${band}`, sk: 'PRINT' });
const bands = entity({
  type: 'PrintBand',
  schema: PrintBand,
  key: ({ cityCode, band }: Pick<z.infer<typeof PrintBand>, 'cityCode' | 'band'>) => bandKey(cityCode, band),
});

export const getProof = (table: Table, proofId: string) => get(table, proofs, { pk: `PROOF#${proofId}`, sk: 'PROOF' });
type Paging = Omit<PageRequest, 'pk' | 'prefix' | 'descending'>;
/** A city's proofs in a state: those that wait oldest first, decided ones newest first. */
export const proofsOfCity = (table: Table, cityCode: string, state: ProofState, request: Paging) =>
  list(table, ProofCard, 'list1', {
    pk: `CITY#${cityCode}#PROOFS#${state}`,
    descending: state !== 'waiting',
    ...request,
  });
/** What one account sent, newest first. */
export const proofsOfPerson = (table: Table, person: string, request: Paging) =>
  list(table, ProofCard, 'list2', { pk: `PROOFS#${person}`, descending: true, ...request });
/** Every picture of one account's receipts, sent or not. */
export const proofPhotosOfPerson = async (table: Table, person: string): Promise<ProofPhoto[]> => {
  const keys = await everyEntry((after) =>
    list(table, z.object({ pk: z.string(), sk: z.string() }), 'list2', {
      pk: `PROOF-PHOTOS#${person}`,
      limit: 100,
      after,
    }),
  );
  const found = await getMany(table, photos, keys);
  return found.filter((photo) => photo !== undefined);
};
export const insertProof = (proof: PurchaseProof): Write => insert(proofs, proof, true);
export const removeProof = ({ proofId, version }: PurchaseProof): Write =>
  remove('PurchaseProof', { pk: `PROOF#${proofId}`, sk: 'PROOF' }, is('version', version));
export const saveProof = (proof: PurchaseProof): Write => save(proofs, proof);

export const getProofPhoto = (table: Table, cityCode: string, photoId: string) =>
  get(table, photos, photoKey(cityCode, photoId));
export const saveProofPhoto = (photo: ProofPhoto): Write => save(photos, photo);

export const getReceipt = (table: Table, cityCode: string, receipt: string) =>
  get(table, receipts, receiptKey(cityCode, receipt));
/** Proofs of the last ninety days whose pictures share a part of a print, each once; at most one for each part. */
export const proofsLike = async (table: Table, cityCode: string, print: string, now: Instant): Promise<string[]> => {
  const keys = bandsOf(print).map((band) => bandKey(cityCode, band));
  const found = await getMany(table, bands, keys);
  return [...new Set(found.flatMap((band) => (band && band.ttl * 1000 > Date.parse(now) ? [band.proofId] : [])))];
};
/** Where the next picture like this one finds it. */
export const notePrint = (cityCode: string, print: string, proofId: string, at: Instant): Write[] => {
  const ttl = Math.floor(Date.parse(at) / 1000) + BAND_SECONDS;
  return bandsOf(print).map((band) => put(bands, { cityCode, band, proofId, ttl }));
};

/** A receipt with a number is shown once in a city, whoever shows it. @throws Problem proof_repeated */
export const takeReceipt = (cityCode: string, receipt: string, proofId: string): Write => ({
  ...insert(receipts, { cityCode, receipt, proofId }),
  refused: () =>
    new Problem('proof_repeated', 'Struk ini sudah dipakai sebagai bukti. Kirim struk belanja yang lain.', [
      { pointer: '/receiptNumber', detail: 'Nomor, jumlah, dan tanggal ini sudah pernah dikirim.' },
    ]),
});
/** One without a number is remembered: the next like it is looked at with more care. */
export const noteReceipt = (cityCode: string, receipt: string, proofId: string): Write =>
  put(receipts, { cityCode, receipt, proofId });
/** A refused proof takes no numbered receipt: who had it can show it again with a better photo. */
export const freeReceipt = (cityCode: string, receipt: string): Write =>
  remove('Receipt', receiptKey(cityCode, receipt));
export const removeProofPhoto = ({ cityCode, photoId, version }: ProofPhoto): Write =>
  remove('ProofPhoto', photoKey(cityCode, photoId), is('version', version));
