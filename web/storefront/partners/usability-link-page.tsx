import { useState } from 'preact/hooks';
import type { Output } from '../../../shared/contract.ts';
import { quarterWords } from '../../../shared/domain/partners/usability-words.ts';
import { client } from '../../entry/client.ts';
import { Main, Notice } from '../../kit/page.tsx';
import { PageTop } from '../../kit/page-top.tsx';
import { UsabilityForm } from '../../kit/partners/usability-form.tsx';

type Params = { readonly partnerId: string; readonly mark: string };
type Props = { readonly params: Params; readonly asked: Output<'GET /partners/{partnerId}/usability/{mark}'> };

/** What a driver finds behind the link that a partner hands out. */
export const UsabilityLinkPage = ({ params, asked }: Props) => {
  const [done, setDone] = useState(false);
  const send = async (answers: number[]) => {
    await client('/api')('POST /partners/{partnerId}/usability/{mark}', { params, body: { answers } });
    setDone(true);
  };
  return (
    <>
      <PageTop title="Kemudahan aplikasi" />
      <Main>
        <h2>
          Seberapa mudah aplikasi <bdi>{asked.brand}</bdi>?
        </h2>
        {done ? (
          <Notice title="Terima kasih" text="Jawaban Anda dihitung tanpa nama." />
        ) : (
          <>
            <p>
              Untuk pengemudi, {quarterWords(asked.quarter)}. Tidak ada nama yang diminta; pemerintah daerah hanya
              membaca rata-rata dari sepuluh orang atau lebih.
            </p>
            <UsabilityForm onSend={send} />
          </>
        )}
      </Main>
    </>
  );
};
