import { useState } from 'preact/hooks';
import type { Output } from '../../../shared/contract.ts';
import { useAct } from '../../kit/act.ts';
import { ConfirmDialog } from '../../kit/desk/confirm-dialog.tsx';
import { Form, filled, Summary, TextField } from '../../kit/form.tsx';
import { districtName } from '../../kit/places.ts';
import type { AskedCity } from '../opened.ts';

type Found = Output<'GET /series/{seriesId}/enrolments'>;
type Shops = Output<'GET /cities/{city}/register'>['items'];
type Props = { readonly asked: AskedCity; readonly found: Found };

/** An officer enrols a shop whose owner has no phone: found by its name, entered with one tap. */
export const EnrolShop = ({ asked: { call, place, again }, found: { series, items } }: Props) => {
  const [shops, setShops] = useState<Shops>();
  const act = useAct();
  const search = (form: HTMLFormElement) =>
    act.run(async () => {
      const query = { q: filled(form)['usaha'] ?? '', status: 'verified' as const, limit: 8 };
      setShops((await call('GET /cities/{city}/register', { params: { city: place.code }, query })).items);
    });
  const enrol = (merchantId: string) =>
    act.run(async () => {
      await call('POST /series/{seriesId}/enrolments', { params: { seriesId: series.seriesId }, body: { merchantId } });
      again();
    });
  const inside = new Set(items.filter(({ state }) => state !== 'withdrawn').map(({ merchantId }) => merchantId));
  return (
    <details>
      <summary>
        <span>Daftarkan usaha yang tidak memakai HP</span>
      </summary>
      <Form onSubmit={search}>
        {act.refusal && <Summary refusal={act.refusal} />}
        <TextField label="Usaha" name="usaha" maxLength={60} required help="Sebagian nama, nomor HP, atau NIB." />
        <button class="line" type="submit" disabled={act.busy}>
          Cari
        </button>
      </Form>
      {shops?.length === 0 && <p>Tidak ada usaha terverifikasi yang cocok.</p>}
      <ul class="stackd">
        {shops?.map(({ merchantId, name, district }) => (
          <li key={merchantId} class="sum">
            <span>
              <bdi>{name}</bdi>, {districtName(place.city, district)}
            </span>
            {inside.has(merchantId) ? (
              <span class="badge">Sudah terdaftar</span>
            ) : (
              <button class="line" type="button" disabled={act.busy} onClick={() => void enrol(merchantId)}>
                Daftarkan
              </button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
};

type OneProps = Props & { readonly one: Found['items'][number] };
/** An officer lets a shop go that cannot come and has no phone to say so. */
export const LetGo = ({ asked: { call, again }, found: { series }, one: { merchantId, state } }: OneProps) => {
  const act = useAct();
  const withdraw = () =>
    act.run(async () => {
      const params = { seriesId: series.seriesId, merchantId };
      await call('POST /series/{seriesId}/enrolments/{merchantId}/withdraw', { params });
      again();
    });
  return (
    <>
      {act.refusal && <Summary refusal={act.refusal} />}
      <ConfirmDialog
        name={state === 'seated' ? 'Lepas kursi' : 'Batalkan'}
        text="Bila mendaftar lagi, usaha ini mulai dari belakang antrean."
        onSend={withdraw}
        disabled={act.busy}
      />
    </>
  );
};
