import { useState } from 'preact/hooks';
import type { Output } from '../../../shared/contract.ts';
import { day, rupiah } from '../../../shared/domain/basics/wording.ts';
import { marketNow } from '../../entry/market-time.ts';
import { useAct } from '../../kit/act.ts';
import { ConfirmDialog } from '../../kit/desk/confirm-dialog.tsx';
import { More } from '../../kit/desk/data-table.tsx';
import { ViewTabs } from '../../kit/desk/view-tabs.tsx';
import { Waits } from '../../kit/desk/waits.tsx';
import { Summary } from '../../kit/form.tsx';
import { Notice } from '../../kit/page.tsx';
import { dasborAddress } from '../address.ts';
import type { AskedCity, Opened } from '../opened.ts';

type Proof = Output<'GET /cities/{city}/purchase-proofs'>['items'][number];
const states = [
  ['waiting', 'Menunggu'],
  ['accepted', 'Diterima'],
  ['refused', 'Ditolak'],
] as const;

const ProofBlock = ({ asked, proof }: { asked: AskedCity; proof: Proof }) => {
  const { call, place, again, kinds } = asked;
  const [link, setLink] = useState<string>();
  const act = useAct();
  const [like, setLike] = useState<string>();
  const photoOf = async (proofId: string) => {
    const params = { city: place.code, proofId };
    return (await call('GET /cities/{city}/purchase-proofs/{proofId}/photo', { params })).link;
  };
  const look = () =>
    act.run(async () => {
      setLink(await photoOf(proof.proofId));
      if (proof.likeProof) setLike(await photoOf(proof.likeProof));
    });
  const decide = (reason?: string) =>
    act.run(async () => {
      const params = { city: place.code, proofId: proof.proofId };
      const body = reason === undefined ? ({ decision: 'accept' } as const) : ({ decision: 'refuse', reason } as const);
      await call('POST /cities/{city}/purchase-proofs/{proofId}/decide', { params, body });
      again();
    });
  const waiting = proof.state === 'waiting';
  return (
    <article class="block">
      <h2>
        <bdi>{proof.shopName}</bdi>, {rupiah(proof.rupiah)}
      </h2>
      <p>
        {day(proof.boughtOn)} · {proof.receiptNumber ? <>struk nomor {proof.receiptNumber}</> : 'struk tanpa nomor'} ·
        ASN <bdi>{proof.agencyName}</bdi>
      </p>
      {proof.alike && (
        <p class="say waiting">Ada bukti lain dari toko, jumlah, dan tanggal yang sama. Bandingkan fotonya dulu.</p>
      )}
      {proof.likeProof && (
        <p class="say waiting">
          Fotonya mirip foto bukti lain, mungkin struk yang sama. Lihat fotonya; keduanya tampil berdampingan.
        </p>
      )}
      {waiting && <Waits since={proof.sentAt} now={marketNow()} zone={place.city.zone} />}
      {proof.decision?.reason && <p>Ditolak: {proof.decision.reason}</p>}
      {link ? (
        <img class="receipt" src={`/api${link}`} alt={`Struk ${proof.shopName}`} />
      ) : (
        <button class="link" type="button" disabled={act.busy} onClick={() => void look()}>
          Lihat foto struk
        </button>
      )}
      {like && <img class="receipt" src={`/api${like}`} alt="Struk pada bukti yang mirip" />}
      {act.refusal && <Summary refusal={act.refusal} />}
      {waiting && kinds.includes('city-admin') && (
        <div class="acts">
          <button class="button" type="button" disabled={act.busy} onClick={() => void decide()}>
            Terima bukti
          </button>
          <ConfirmDialog
            name="Tolak bukti"
            question="Alasan, dibaca pengirimnya"
            disabled={act.busy}
            onSend={(reason) => decide(reason)}
          />
        </div>
      )}
    </article>
  );
};

/** Purchases at shops that are not on the market, to be looked at with their receipts. Who sent one is not shown. */
export const openProofs = async (asked: AskedCity): Promise<Opened> => {
  const { call, place, query } = asked;
  const state = states.find(([one]) => one === query['lihat'])?.[0] ?? 'waiting';
  const cursor = query['lanjut'];
  const { items, next } = await call('GET /cities/{city}/purchase-proofs', {
    params: { city: place.code },
    query: { state, limit: 10, ...(cursor ? { cursor } : {}) },
  });
  const at = (lihat: string, lanjut?: string) =>
    dasborAddress('bukti-belanja', place, { lihat: lihat === 'waiting' ? undefined : lihat, lanjut });
  const page = (
    <section aria-labelledby="bukti">
      <h1 id="bukti">Bukti belanja ASN</h1>
      <p class="quiet">
        Belanja di usaha yang belum ada di pasar ini. Foto yang sama, atau nomor struk, jumlah, dan tanggal yang sama,
        ditolak otomatis. <a href={dasborAddress('target', place)}>Kembali ke Target</a>
      </p>
      <ViewTabs label="Keadaan bukti" at={at(state)} views={states.map(([one, name]) => ({ name, to: at(one) }))} />
      {items.length === 0 ? (
        <Notice
          title="Tidak ada bukti di sini"
          text={
            state === 'waiting'
              ? 'Bukti yang dikirim ASN muncul di sini untuk Anda periksa.'
              : 'Bukti yang dikirim ASN muncul di daftar Menunggu.'
          }
        />
      ) : (
        items.map((proof) => <ProofBlock key={proof.proofId} asked={asked} proof={proof} />)
      )}
      {items.length > 0 && <More of="bukti" next={next ? at(state, next) : undefined} />}
    </section>
  );
  return { title: 'Bukti belanja ASN', page };
};
