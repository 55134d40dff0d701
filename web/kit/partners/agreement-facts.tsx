import type { Output } from '../../../shared/contract.ts';
import { day } from '../../../shared/domain/basics/wording.ts';
import { downloadFile } from '../files/download-file.ts';

export type AgreementFound = Output<'GET /partners/{partnerId}'>['agreements'][number];
export type Obligation = AgreementFound['obligations'][number];
type Props = { readonly agreement: AgreementFound; readonly token: string | undefined };

export const ownerName = (owner: string, brand: string): string => (owner === 'partner' ? brand : owner);

const pathOf = ({ partnerId, agreementId }: AgreementFound, documentId: string): string =>
  `/partners/${partnerId}/agreements/${agreementId}/documents/${documentId}`;

/** What was agreed, who agreed, and the papers of it. */
export const AgreementFacts = ({ agreement, token }: Props) => {
  const { number, parties, offices, scope, start, end, closed, data, documents } = agreement;
  return (
    <>
      <p>
        Nomor <bdi>{number}</bdi>. Berlaku {day(start)} sampai {day(end)}.{closed && ' Sudah ditutup.'}
      </p>
      <p>
        <bdi>{scope}</bdi>
      </p>
      <dl class="facts">
        <dt>Pihak</dt>
        <dd>{parties.join(' · ')}</dd>
        <dt>Dinas yang terlibat</dt>
        <dd>{offices.join(' · ')}</dd>
        <dt>Data yang disepakati</dt>
        <dd>{data.length === 0 ? 'Belum ada' : data.join(' · ')}</dd>
      </dl>
      {documents.length > 0 && (
        <ul class="stackd">
          {documents.map(({ documentId, name }) => (
            <li key={documentId}>
              <button
                class="link"
                type="button"
                onClick={() => void downloadFile(token, pathOf(agreement, documentId), name).catch(() => undefined)}
              >
                Unduh {name}
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
};

/** `jatuh tempo 3 Januari 2027`, and whether that day has passed. */
export const dueWords = (dueOn: string, today: string): string =>
  dueOn < today ? `lewat jatuh tempo ${day(dueOn)}` : `jatuh tempo ${day(dueOn)}`;
