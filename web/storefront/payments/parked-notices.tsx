import { useEffect, useState } from 'preact/hooks';
import type { Output } from '../../../shared/contract.ts';
import { rupiah } from '../../../shared/domain/basics/wording.ts';
import { parkedWords, providerNames } from '../../../shared/domain/payments/parked-words.ts';
import type { Call } from '../../entry/client.ts';
import { useAct } from '../../kit/act.ts';
import { allOf } from '../../kit/all-of.ts';
import { ConfirmDialog } from '../../kit/desk/confirm-dialog.tsx';
import { Summary } from '../../kit/form.tsx';

type Parked = Output<'GET /merchants/{merchantId}/payment-notices'>['items'][number];

/** Money that the shop's provider told of and that fits no payment by itself: a person says what became of it. */
export const ParkedNotices = ({ call, merchantId }: { call: Call; merchantId: string }) => {
  const [notices, setNotices] = useState<readonly Parked[]>([]);
  const act = useAct();
  const params = { merchantId };
  const read = async () =>
    setNotices(
      await allOf((cursor) =>
        call('GET /merchants/{merchantId}/payment-notices', { params, query: { limit: 100, cursor } }),
      ),
    );
  useEffect(() => void read().catch(() => setNotices([])), [merchantId]);
  const settle = ({ noticeId, reference }: Parked, reason: string) =>
    void act.run(async () => {
      const asked = { params: { ...params, noticeId }, body: { reference, reason } };
      // Settled by somebody else meanwhile, it leaves this list too.
      await call('POST /merchants/{merchantId}/parked-notices/{noticeId}/settle', asked).finally(read);
    });
  if (notices.length === 0 && !act.refusal) return null;
  return (
    <section>
      <h2>Uang masuk yang perlu dilihat ({notices.length})</h2>
      {act.refusal && <Summary refusal={act.refusal} />}
      <ul class="stackd">
        {notices.map((notice) => (
          <li key={notice.noticeId} class="block">
            <p class="sum">
              <b>{notice.rupiah === null ? 'Jumlah tidak terbaca' : rupiah(notice.rupiah)}</b>
              <span class="badge">{providerNames[notice.provider]}</span>
            </p>
            <p class="small">
              {notice.reason && parkedWords[notice.reason]}. Nomor di penyedia: <bdi>{notice.transaction}</bdi>
            </p>
            <div class="acts">
              {notice.reference.startsWith('ord_') && notice.reason !== 'other-shop' && (
                <a class="line" href={`/pesanan/${notice.reference}#bayar`}>
                  Lihat pesanan
                </a>
              )}
              <ConfirmDialog
                name="Sudah saya urus"
                question="Uang ini untuk apa, atau dikembalikan lewat apa? Pembelinya membaca tulisan ini."
                onSend={(reason) => settle(notice, reason)}
              />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
};
