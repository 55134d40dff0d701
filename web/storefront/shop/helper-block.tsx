import { useEffect, useState } from 'preact/hooks';
import type { Output } from '../../../shared/contract.ts';
import { helperActWords } from '../../../shared/domain/people/helper-act-words.ts';
import type { Call } from '../../entry/client.ts';
import type { Shop } from '../../entry/me.ts';
import { useAct } from '../../kit/act.ts';
import { localTime } from '../../kit/days.ts';
import { downloadFile } from '../../kit/files/download-file.ts';
import { Form, filled, flawAt, Summary, TextField } from '../../kit/form.tsx';
import { MonthForm } from '../papers/month-form.tsx';

type Act = Output<'GET /merchants/{merchantId}/helper-acts'>['items'][number];

const MOST = 20;

/** The same for a month on paper, for who reads it without a phone. */
const PrintRecord = ({ token, merchantId }: { readonly token: string; readonly merchantId: string }) => {
  const act = useAct();
  const print = (month: string) =>
    act.run(() =>
      downloadFile(token, `/merchants/${merchantId}/helper-acts/${month}/pdf`, `catatan-pendampingan-${month}.pdf`),
    );
  return (
    <details>
      <summary>
        <span>Cetak catatan ini</span>
      </summary>
      <MonthForm
        act={act}
        label="Bulan catatan"
        name="bulanCatatan"
        button="Unduh PDF"
        busy="Menyiapkan…"
        onMonth={print}
      />
    </details>
  );
};

type Props = { readonly call: Call; readonly token: string; readonly shop: Shop };
/** What somebody did in the owner's place; the owner ends it, and the helper calls the owner in. */
export const HelperBlock = ({ call, token, shop }: Props) => {
  const [acts, setActs] = useState<readonly Act[]>([]);
  const [said, setSaid] = useState('');
  const act = useAct();
  const { merchantId } = shop;
  const scope = `merchant:${merchantId}`;
  useEffect(() => {
    const asked = { params: { merchantId }, query: { limit: MOST } };
    void call('GET /merchants/{merchantId}/helper-acts', asked).then(
      ({ items }) => setActs(items),
      () => {},
    );
  }, [merchantId]);
  const callIn = (form: HTMLFormElement) =>
    act.run(async () => {
      const { ownerAccount = '' } = filled(form);
      await call('PUT /scopes/{scope}/members/{person}', {
        params: { scope, person: ownerAccount },
        body: { role: 'owner' },
      });
      setSaid('Undangan terkirim. Pemilik menerimanya di halaman Akun.');
    });
  const end = (person: string) =>
    act.run(async () => {
      if (!confirm('Akhiri bantuan orang ini untuk toko Anda?')) return;
      await call('DELETE /scopes/{scope}/members/{person}', { params: { scope, person } });
      setSaid('Orang ini tidak bisa lagi mengurus toko Anda.');
    });
  if (acts.length === 0) return null;
  const helpers = [...new Map(acts.map(({ by, helperName }) => [by, helperName]))];
  return (
    <section id="bantuan-toko">
      <h2>Yang dilakukan pendamping</h2>
      {act.refusal && <Summary refusal={act.refusal} />}
      <ul class="plain">
        {acts.map((one) => (
          <li key={one.actId}>
            <bdi>{one.helperName}</bdi> {helperActWords(one)}, <span class="small quiet">{localTime(one.at)}</span>
          </li>
        ))}
      </ul>
      <PrintRecord token={token} merchantId={merchantId} />
      {shop.helperName ? (
        <details>
          <summary>
            <span>Pemilik sudah punya HP?</span>
          </summary>
          <Form onSubmit={callIn}>
            <TextField
              label="Nomor akun pemilik"
              name="ownerAccount"
              required
              help="Ada di halaman Akun pemilik, paling bawah."
              flaw={flawAt(act.refusal, '#/path/person')}
            />
            <button class="line" type="submit" disabled={act.busy}>
              Ajak pemilik
            </button>
          </Form>
        </details>
      ) : (
        shop.role === 'owner' &&
        helpers.map(([person, name]) => (
          <button key={person} class="line" type="button" disabled={act.busy} onClick={() => end(person)}>
            Akhiri bantuan {name}
          </button>
        ))
      )}
      <p role="status" class="small">
        {said}
      </p>
    </section>
  );
};
