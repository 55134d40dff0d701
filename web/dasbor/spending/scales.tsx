import { useState } from 'preact/hooks';
import { count, rupiah } from '../../../shared/domain/basics/wording.ts';
import { useAct } from '../../kit/act.ts';
import { DataTable } from '../../kit/desk/data-table.tsx';
import { Form, filled, flawAt, SelectField, Summary, TextField } from '../../kit/form.tsx';
import { ifUnchanged } from '../../kit/settings.tsx';
import type { AskedCity } from '../opened.ts';
import type { CitySpending } from './words.ts';

export const scales = [
  ['micro', 'Usaha mikro'],
  ['small', 'Usaha kecil'],
  ['cooperative', 'Koperasi'],
  ['medium', 'Usaha menengah'],
] as const;
export type Scale = (typeof scales)[number][0];

type StateProps = { readonly asked: AskedCity; readonly year: string; readonly shops: CitySpending['unstated'] };
/** The city says how large a business is, from its NIB; never the shop itself or the office that buys. */
const StateScale = ({ asked: { call, again, linkTo }, year, shops }: StateProps) => {
  const act = useAct();
  const [said, setSaid] = useState('');
  const stated = linkTo(`usaha/${said}`);
  const send = (form: HTMLFormElement) => {
    const { usaha: merchantId = '', skala: scale = 'micro', dasar: basis = '', sejak: fromYear = year } = filled(form);
    return act.run(async () => {
      setSaid(merchantId);
      const body = { scale: scale as Scale, fromYear, basis };
      // Only shops of which nobody said anything are listed: what a colleague said meanwhile is not written over.
      await call('PUT /merchants/{merchantId}/scale', { params: { merchantId }, body, headers: ifUnchanged(0) });
      again();
    });
  };
  return (
    <details>
      <summary>Nyatakan skala usaha</summary>
      {act.refusal && (
        <Summary refusal={act.refusal}>
          {act.refusal.status === 412 && stated && <a href={stated}>Lihat skala yang sudah dinyatakan</a>}
        </Summary>
      )}
      <Form onSubmit={send}>
        <SelectField
          label="Usaha"
          name="usaha"
          choices={shops.map(({ merchantId, merchantName }) => [merchantId, merchantName] as const)}
        />
        <SelectField label="Skala" name="skala" choices={scales} flaw={flawAt(act.refusal, '/scale')} />
        <TextField
          label="Berlaku sejak tahun"
          name="sejak"
          inputMode="numeric"
          maxLength={4}
          value={year}
          required
          flaw={flawAt(act.refusal, '/fromYear')}
        />
        <TextField
          label="Dibaca dari"
          name="dasar"
          help="Misalnya NIB dari OSS, 12 Januari 2026."
          maxLength={120}
          required
          flaw={flawAt(act.refusal, '/basis')}
        />
        <button class="button" type="submit" disabled={act.busy}>
          {act.busy ? 'Menyimpan…' : 'Simpan skala'}
        </button>
      </Form>
    </details>
  );
};

type Props = { readonly asked: AskedCity; readonly spending: CitySpending; readonly acts: boolean };
/** Shops offices bought from whose scale nobody stated: their rupiah count for no share until it is. */
export const UnstatedShops = ({ asked, spending: { unstated, unstatedShops, year }, acts }: Props) =>
  unstatedShops === 0 ? null : (
    <section aria-labelledby="belum-dinyatakan">
      <h2 id="belum-dinyatakan">{count(unstatedShops)} usaha belum dinyatakan skalanya</h2>
      <DataTable
        caption={
          unstated.length < unstatedShops
            ? `${count(unstated.length)} yang paling banyak dipesan. Belanja ke sini belum dihitung sebagai usaha kecil.`
            : 'Belanja ke sini belum dihitung sebagai usaha kecil.'
        }
        columns={[
          {
            name: 'Usaha',
            show: ({ merchantId, merchantName }) => {
              const to = asked.linkTo(`usaha/${merchantId}`);
              return to ? <a href={to}>{merchantName}</a> : <bdi>{merchantName}</bdi>;
            },
          },
          { name: 'Dipesan dinas', number: true, show: ({ orderedRupiah }) => rupiah(orderedRupiah) },
        ]}
        rows={unstated}
        keyOf={({ merchantId }) => merchantId}
      />
      {acts && <StateScale asked={asked} year={year} shops={unstated} />}
    </section>
  );
