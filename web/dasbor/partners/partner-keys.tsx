import { useState } from 'preact/hooks';
import type { Output } from '../../../shared/contract.ts';
import { day } from '../../../shared/domain/basics/wording.ts';
import { useAct } from '../../kit/act.ts';
import { DataTable } from '../../kit/desk/data-table.tsx';
import { Form, filled, flawAt, Summary, TextField } from '../../kit/form.tsx';
import type { Asked } from '../opened.ts';

type Key = Output<'GET /partners/{partnerId}/keys'>['keys'][number];
type Props = {
  readonly asked: Asked;
  readonly partnerId: string;
  readonly first: readonly Key[];
  readonly acts: boolean;
};

const stateOf = ({ live, revokedAt, expiresAt }: Key): string => {
  if (live) return `berlaku sampai ${day(expiresAt)}`;
  return revokedAt ? `dicabut ${day(revokedAt)}` : 'habis masa berlakunya';
};

/** Keys by which a partner's programs report. What opens them is shown once, when a key is made. */
export const PartnerKeys = ({ asked: { call }, partnerId, first, acts }: Props) => {
  const [keys, setKeys] = useState(first);
  const [token, setToken] = useState<string>();
  const act = useAct();
  const params = { partnerId };
  const make = (form: HTMLFormElement) =>
    act.run(async () => {
      const body = { name: filled(form)['namaKunci'] ?? '' };
      const made = await call('POST /partners/{partnerId}/keys', { params, body });
      setKeys(made.keys);
      setToken(made.token);
    });
  const revoke = (keyId: string) =>
    act.run(async () => {
      setKeys((await call('POST /partners/{partnerId}/keys/{keyId}/revoke', { params: { ...params, keyId } })).keys);
    });
  return (
    <>
      <h2>Kunci program mitra</h2>
      <p class="quiet">
        Program mitra mengirim data bulanan dengan kunci ini. Untuk mengganti kunci: buat yang baru, pasang di program
        mitra, lalu cabut yang lama.
      </p>
      {act.refusal && <Summary refusal={act.refusal} />}
      {keys.length > 0 && (
        <DataTable
          caption="Kunci"
          columns={[
            { name: 'Nama', show: ({ name }) => <bdi>{name}</bdi> },
            { name: 'Dibuat', show: ({ madeAt }) => day(madeAt) },
            { name: 'Keadaan', show: stateOf },
            ...(acts
              ? [
                  {
                    name: 'Langkah',
                    show: ({ keyId, live, name }: Key) =>
                      live ? (
                        <button
                          class="link"
                          type="button"
                          aria-label={`Cabut kunci ${name}`}
                          disabled={act.busy}
                          onClick={() => void revoke(keyId)}
                        >
                          Cabut
                        </button>
                      ) : (
                        '–'
                      ),
                  },
                ]
              : []),
          ]}
          rows={keys}
          keyOf={({ keyId }) => keyId}
        />
      )}
      {token && (
        <div class="say" role="status">
          <p>Kunci ini hanya tampil sekarang. Kirim ke mitra lewat jalur yang aman; pasar tidak menyimpannya.</p>
          <p class="code">{token}</p>
        </div>
      )}
      {acts && (
        <Form onSubmit={make}>
          <TextField
            label="Program yang memakai kunci baru"
            name="namaKunci"
            maxLength={60}
            required
            flaw={flawAt(act.refusal, '/name')}
          />
          <button class="line" type="submit" disabled={act.busy}>
            Buat kunci
          </button>
        </Form>
      )}
    </>
  );
};
