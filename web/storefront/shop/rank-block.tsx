import { useRef, useState } from 'preact/hooks';
import type { Output } from '../../../shared/contract.ts';
import { categories } from '../../../shared/domain/basics/category-labels.ts';
import { day, rupiah } from '../../../shared/domain/basics/wording.ts';
import type { Call } from '../../entry/client.ts';
import { useAct } from '../../kit/act.ts';
import { ConfirmDialog } from '../../kit/desk/confirm-dialog.tsx';
import { Summary } from '../../kit/form.tsx';
import { AwaitedVisit } from './awaited-visit.tsx';

type Ranking = Output<'GET /merchants/{merchantId}/ranking'>;
type Planned = Output<'GET /cities/{city}/ranking-policy'>['planned'];
type Props = { readonly call: Call; readonly merchantId: string; readonly city: string };

/** Why the shop stands where it stands, of each of its goods; and how its owner objects. */
export const RankBlock = ({ call, merchantId, city }: Props) => {
  const [ranking, setRanking] = useState<Ranking>();
  const [planned, setPlanned] = useState<Planned>([]);
  const [said, setSaid] = useState('');
  const act = useAct();
  // One objection a filled form: sent again after a break of the line it is the same one.
  const key = useRef(crypto.randomUUID());
  const params = { merchantId };
  const open = (isOpen: boolean) => {
    if (!isOpen || ranking) return;
    void act.run(async () => setRanking(await call('GET /merchants/{merchantId}/ranking', { params })));
    const rules = call('GET /cities/{city}/ranking-policy', { params: { city } });
    // What will be is beside the point of the page: where it cannot be read, nothing is said.
    void rules.then((all) => setPlanned(all.planned)).catch(() => undefined);
  };
  const objects = (text: string) =>
    act.run(async () => {
      const headers = { 'idempotency-key': key.current };
      await call('POST /merchants/{merchantId}/appeals', { params, body: { text }, headers });
      key.current = crypto.randomUUID();
      setSaid('Keberatan terkirim. Jawaban dinas tampil di Kabar.');
    });
  return (
    <details id="urutan" onToggle={(event) => open(event.currentTarget.open)}>
      <summary>
        <span>Mengapa toko saya di urutan ini?</span>
      </summary>
      {act.refusal && <Summary refusal={act.refusal} />}
      {!ranking && act.busy && <p class="quiet">Memuat urutan…</p>}
      {ranking && (
        <div class="plain">
          <p>{ranking.sentence}</p>
          {ranking.visit && <AwaitedVisit visit={ranking.visit} city={city} />}
          {planned.map(({ version, effectiveFrom }) => (
            <p key={version} class="small">
              Mulai {day(`${effectiveFrom}-01`)} kota memakai aturan urutan baru.
            </p>
          ))}
          {ranking.products.length === 0 && (
            <p class="quiet">Belum ada barang Anda dalam urutan. Barang baru masuk beberapa menit lagi.</p>
          )}
          <ul class="plain">
            {ranking.products.map((own) => (
              <li key={own.productId}>
                <b>
                  <bdi>{own.name}</bdi>
                </b>
                <span class="small quiet"> {categories[own.category]}</span>
                <p class="small">{own.sentence}</p>
                {own.above && !ranking.visit && own.stepToRupiah !== null && (
                  <p class="small quiet">
                    Bulan ini jenjang itu berlaku bagi Anda dari {rupiah(own.stepFromRupiah ?? 0)} sampai di bawah{' '}
                    {rupiah(own.stepToRupiah)}.
                  </p>
                )}
              </li>
            ))}
          </ul>
          {said ? (
            <p role="status">{said}</p>
          ) : (
            <ConfirmDialog name="Ajukan keberatan" question="Apa yang keliru dari urutan ini?" onSend={objects} />
          )}
        </div>
      )}
    </details>
  );
};
