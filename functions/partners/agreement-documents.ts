import { createHash } from 'node:crypto';
import type { Agreement } from '../../shared/domain/partners/agreement.ts';
import { documented } from '../../shared/domain/partners/change-agreement.ts';
import { Problem } from '../../shared/problem.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { replaceAgreement } from '../../shared/table/partners/partners.ts';
import { endpoint } from '../http/endpoint.ts';
import type { World } from '../world.ts';
import { expectAgreement, expectPartner, reads, takesPart } from './expect-partner.ts';
import { agreementAct } from './keep-agreements.ts';

type Document = Agreement['documents'][number];
const starts: readonly (readonly [Document['type'], readonly number[]])[] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
];
const endings = { 'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png' } as const;

/** What the file is, its bytes say. */
const typeOf = (bytes: Uint8Array): Document['type'] => {
  const found = starts.find(([, start]) => start.every((byte, at) => bytes[at] === byte));
  if (!found)
    throw new Problem('document_not_accepted', 'Berkas ini bukan PDF, JPEG, atau PNG.', [
      { pointer: '/', detail: 'Simpan sebagai PDF, atau foto suratnya.' },
    ]);
  return found[0];
};

const fileOf = ({ partnerId }: Pick<Agreement, 'partnerId'>, documentId: string): string =>
  `agreements/${partnerId}/${documentId}`;

/** A paper is its bytes: the same one again is the same document, and no second file. */
const documentIdOf = ({ keyedIds }: World, { agreementId }: Pick<Agreement, 'agreementId'>, bytes: Uint8Array) =>
  keyedIds.derived('doc', agreementId, createHash('sha256').update(bytes).digest('hex'));

export const addAgreementDocument = endpoint(
  'POST /partners/{partnerId}/agreements/{agreementId}/documents',
  async ({ params, query, caller, bytes }, world) => {
    await expectPartner(world, caller, params.partnerId, takesPart);
    const { request, ...before } = await expectAgreement(world, params);
    const type = typeOf(bytes);
    const documentId = documentIdOf(world, before, bytes);
    const document = {
      documentId,
      name: query.name,
      type,
      size: bytes.length,
      addedAt: world.now(),
      by: caller.person,
    };
    const after = documented(before, document);
    if (after === before) return before;
    // The file first: a break leaves a file nobody names, never a name without one.
    await world.files.put(fileOf(before, documentId), bytes, type);
    await commit(world.table, [
      replaceAgreement({ ...after, request }),
      ...(await agreementAct(world, caller, after, 'document-added')),
    ]);
    return after;
  },
);

export const readAgreementDocument = endpoint(
  'GET /partners/{partnerId}/agreements/{agreementId}/documents/{documentId}',
  async ({ params, caller }, world) => {
    await expectPartner(world, caller, params.partnerId, reads);
    const agreement = await expectAgreement(world, params);
    const document = agreement.documents.find(({ documentId }) => documentId === params.documentId);
    const bytes = document && (await world.files.get(fileOf(agreement, document.documentId)));
    if (!document || !bytes)
      throw new Problem('document_not_found', 'Dokumen ini tidak ada di perjanjian ini. Muat ulang halamannya.');
    return {
      name: `perjanjian-${document.documentId.slice(-6)}.${endings[document.type]}`,
      type: document.type,
      bytes,
    };
  },
);
