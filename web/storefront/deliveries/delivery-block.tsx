import { useEffect, useState } from 'preact/hooks';
import type { Output } from '../../../shared/contract.ts';
import type { Zone } from '../../../shared/domain/basics/month.ts';
import { dateTime, rupiah } from '../../../shared/domain/basics/wording.ts';
import { deliveryWords, isEnd, nextStep, ownMoves } from '../../../shared/domain/deliveries/delivery-states.ts';
import type { Call } from '../../entry/client.ts';
import { type Act, useAct } from '../../kit/act.ts';
import { ConfirmDialog } from '../../kit/desk/confirm-dialog.tsx';
import { Form, filled, flawAt, Summary, TextField } from '../../kit/form.tsx';
import { bringerNames } from './bringer-names.ts';

type Found = Output<'GET /orders/{orderId}/deliveries'>;
type Delivery = Found['items'][number];
type Partner = Found['partners'][number];
type Quote = Output<'GET /orders/{orderId}/delivery-quotes/{partner}'>;

const proofWords: Readonly<Record<Delivery['proofs'][number]['kind'], string>> = {
  pin: 'kode terima dari pembeli',
  photo: 'foto serah terima',
  signature: 'tanda tangan',
  identification: 'kartu identitas',
};

/** What a tap of the shop's says its own courier does. */
const moveWords: Readonly<Partial<Record<Delivery['state'], string>>> = {
  'in-transit': 'Kurir berangkat',
  delivered: 'Sudah sampai',
  'on-hold': 'Tertahan di jalan',
  returning: 'Dibawa kembali',
  returned: 'Sudah kembali di toko',
};

type Shared = { readonly call: Call; readonly orderId: string; readonly act: Act; readonly again: () => Promise<void> };

/** How far one attempt is, what shows it, and who does what next. */
type ProgressProps = Pick<Props, 'sells' | 'zone' | 'isTold'> & { readonly one: Delivery };
const Progress = ({ one, sells, zone, isTold }: ProgressProps) => {
  const next = nextStep(one.state, isTold);
  return (
    <>
      <p>
        <b>{deliveryWords[one.state]}</b> · {bringerNames[one.by]}
        {one.courier && (
          <>
            {' '}
            (<bdi>{one.courier}</bdi>)
          </>
        )}
      </p>
      <p class="small quiet">{dateTime(one.at, zone)}</p>
      {one.reason && <p class="small">“{one.reason}”</p>}
      {one.proofs.length > 0 && (
        <p class="small">Bukti: {one.proofs.map(({ kind, name }) => name ?? proofWords[kind]).join(', ')}.</p>
      )}
      {next && <p>{sells ? next.shop : next.buyer}</p>}
      {sells && one.feeRupiah !== null && <p class="small quiet">Tarif kurir {rupiah(one.feeRupiah)}.</p>}
      {one.trackingUrl && !isEnd(one.state) && (
        <p>
          <a class="tap" href={one.trackingUrl} rel="noopener noreferrer">
            Lihat di peta mitra ({new URL(one.trackingUrl).host})
          </a>
        </p>
      )}
    </>
  );
};

/** The own courier's next words; at the door with the buyer's code or the name of who took it. */
const OwnButtons = ({ call, orderId, act, again, one }: Shared & { one: Delivery }) => {
  const params = { orderId, attempt: one.attempt };
  const say = (state: Delivery['state'], form?: HTMLFormElement, reason?: string) =>
    act.run(async () => {
      const { kode, penerima } = form ? filled(form) : {};
      const proof = kode
        ? { proof: { kind: 'pin' as const, pin: kode } }
        : penerima
          ? { proof: { kind: 'signature' as const, name: penerima } }
          : {};
      await call('POST /orders/{orderId}/deliveries/{attempt}/say', { params, body: { state, reason, ...proof } });
      await again();
    });
  const may: readonly Delivery['state'][] = ownMoves[one.state];
  return (
    <>
      {may.includes('delivered') && (
        <Form onSubmit={(form) => say('delivered', form)}>
          <TextField
            label="Kode terima dari pembeli (4 angka)"
            name="kode"
            inputMode="numeric"
            maxLength={4}
            help="Ada di halaman pesanan pembeli. Boleh kosong bila ditulis nama penerimanya."
            flaw={flawAt(act.refusal, '/proof/pin')}
          />
          <TextField label="Nama penerima (boleh kosong)" name="penerima" maxLength={80} />
          <button class="button" type="submit" disabled={act.busy}>
            Sudah sampai
          </button>
        </Form>
      )}
      <div class="acts">
        {may
          .filter((state) => state !== 'delivered' && state !== 'cancelled' && state !== 'lost')
          .map((state) => (
            <button key={state} class="line" type="button" disabled={act.busy} onClick={() => say(state)}>
              {moveWords[state] ?? deliveryWords[state]}
            </button>
          ))}
        {may.includes('lost') && (
          <ConfirmDialog
            name="Barang hilang"
            text="Pengantaran ini berakhir. Pembeli membaca sebabnya."
            question="Apa yang terjadi?"
            onSend={(reason) => say('lost', undefined, reason)}
            disabled={act.busy}
          />
        )}
      </div>
    </>
  );
};

/** Calls the courier off: before it left, or as long as the partner lets it. */
const CancelButton = ({ call, orderId, act, again, one }: Shared & { one: Delivery }) => (
  <button
    class="line"
    type="button"
    disabled={act.busy}
    onClick={() =>
      act.run(async () => {
        const params = { orderId, attempt: one.attempt };
        const body = { reason: 'Dibatalkan toko' };
        await call('POST /orders/{orderId}/deliveries/{attempt}/cancel', { params, body });
        await again();
      })
    }
  >
    Batalkan kurir ini
  </button>
);

/** Own courier or a partner's, each with its price before it is ordered. */
const Choose = ({ call, orderId, act, again, partners }: Shared & { partners: readonly Partner[] }) => {
  const [quotes, setQuotes] = useState<readonly Quote[]>([]);
  const send = (by: 'own' | Partner, quote?: string) =>
    act.run(async () => {
      const body = { by, ...(quote === undefined ? {} : { quote }) };
      await call('POST /orders/{orderId}/deliveries', { params: { orderId }, body });
      await again();
    });
  const ask = (partner: Partner) =>
    act.run(async () => {
      const found = await call('GET /orders/{orderId}/delivery-quotes/{partner}', { params: { orderId, partner } });
      setQuotes([...quotes.filter((one) => one.partner !== partner), found]);
    });
  return (
    <div class="acts">
      <button class="line" type="button" disabled={act.busy} onClick={() => send('own')}>
        Kurir toko sendiri
      </button>
      {partners.map((partner) => {
        const known = quotes.find((one) => one.partner === partner);
        return (
          <button
            key={partner}
            class="line"
            type="button"
            disabled={act.busy}
            onClick={() => (known ? send(partner, known.quote) : ask(partner))}
          >
            {known
              ? `Pesan ${bringerNames[partner]} ${rupiah(known.feeRupiah)}`
              : `Lihat tarif ${bringerNames[partner]}`}
          </button>
        );
      })}
    </div>
  );
};

type Props = {
  readonly call: Call;
  readonly orderId: string;
  readonly sells: boolean;
  readonly zone: Zone;
  /** Goods may be sent now. */
  readonly sendable: boolean;
  /** The shop has said that the goods are with their buyer. */
  readonly isTold: boolean;
};

/** How an order is brought: to the shop with its buttons, to the buyer with the code for the door. */
export const DeliveryBlock = ({ call, orderId, sells, zone, sendable, isTold }: Props) => {
  const [found, setFound] = useState<Found>();
  const act = useAct();
  const again = async () => setFound(await call('GET /orders/{orderId}/deliveries', { params: { orderId } }));
  useEffect(() => void again().catch(() => {}), [orderId]);
  const last = found?.items.at(-1);
  if (!found || !(last || (sells && sendable))) return null;
  const shared = { call, orderId, act, again };
  const isOpen = last !== undefined && !isEnd(last.state);
  return (
    <section class="block" id="kurir">
      <h2>Kurir</h2>
      {act.refusal && <Summary refusal={act.refusal} />}
      {last && <Progress one={last} sells={sells} zone={zone} isTold={isTold} />}
      {found.pin && isOpen && (
        <p class="say">
          <span>
            Kode terima Anda <b>{found.pin}</b>. Sebutkan ke kurir setelah barang di tangan Anda.
          </span>
        </p>
      )}
      {found.cashRupiah !== null && (
        <p class="say waiting">
          Kurir masih memegang {rupiah(found.cashRupiah)}. Catat di bagian pembayaran setelah uangnya Anda terima.
        </p>
      )}
      {sells && isOpen && last.by === 'own' && <OwnButtons {...shared} one={last} />}
      {sells && isOpen && (last.by !== 'own' || last.state === 'allocating') && <CancelButton {...shared} one={last} />}
      {sells && sendable && !isOpen && last?.state !== 'delivered' && <Choose {...shared} partners={found.partners} />}
      {found.items.length > 1 && (
        <details>
          <summary>Percobaan sebelumnya ({found.items.length - 1})</summary>
          <ol>
            {found.items.slice(0, -1).map((one) => (
              <li key={one.attempt}>
                {bringerNames[one.by]}: {deliveryWords[one.state].toLowerCase()}, {dateTime(one.at, zone)}
              </li>
            ))}
          </ol>
        </details>
      )}
    </section>
  );
};
