import { useState } from 'preact/hooks';
import type { Output } from '../../../shared/contract.ts';
import type { Call } from '../../entry/client.ts';
import { useAct } from '../../kit/act.ts';
import { Summary } from '../../kit/form.tsx';
import { UsabilityForm } from '../../kit/partners/usability-form.tsx';

type Asked = Output<'GET /merchants/{merchantId}/usability'>;
type Props = { readonly call: Call; readonly merchantId: string };

/** Asks an owner how easy a partner’s app is, once a quarter, for who opens it; it may be left. */
export const UsabilityBlock = ({ call, merchantId }: Props) => {
  const [asked, setAsked] = useState<Asked>();
  const [thanks, setThanks] = useState(false);
  const act = useAct();
  const params = { merchantId };
  const load = async () => setAsked(await call('GET /merchants/{merchantId}/usability', { params }));
  const [partner] = asked?.partners ?? [];
  const answer = async (answers: number[] | null) => {
    if (!partner) return;
    await call('POST /merchants/{merchantId}/usability', { params, body: { partnerId: partner.partnerId, answers } });
    setThanks(answers !== null);
    await load();
  };
  return (
    <details id="kemudahan" onToggle={(event) => event.currentTarget.open && !asked && void act.run(load)}>
      <summary>
        <span>Seberapa mudah aplikasi mitra?</span>
      </summary>
      {act.refusal && <Summary refusal={act.refusal} />}
      <p role="status">{thanks && 'Terima kasih. Jawaban Anda dihitung tanpa nama.'}</p>
      {asked && !partner && <p class="quiet">Tidak ada pertanyaan untuk Anda triwulan ini.</p>}
      {partner && (
        <section class="block" key={partner.partnerId}>
          <h3>
            Aplikasi <bdi>{partner.brand}</bdi>
          </h3>
          <p class="quiet">
            Sepuluh pertanyaan, dua menit. Kota hanya membaca rata-rata dari sepuluh pemilik atau lebih.
          </p>
          <UsabilityForm onSend={answer} />
          <button class="line" type="button" disabled={act.busy} onClick={() => void act.run(() => answer(null))}>
            Saya tidak memakainya, lewati
          </button>
        </section>
      )}
    </details>
  );
};
