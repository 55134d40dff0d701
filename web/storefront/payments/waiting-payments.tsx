import { useEffect, useState } from 'preact/hooks';
import type { Output } from '../../../shared/contract.ts';
import { rupiah } from '../../../shared/domain/basics/wording.ts';
import { paymentBadge, wayNames } from '../../../shared/domain/payments/payment-words.ts';
import type { Call } from '../../entry/client.ts';
import { marketTime } from '../../entry/market-time.ts';
import { allOf } from '../../kit/all-of.ts';

type Card = Output<'GET /agencies/{agencyId}/payments'>['items'][number];

const DAY = 86_400_000;
const waits = ({ state, handedOverAt }: Card): string => {
  if (state === 'return_owed') return 'pesanannya batal atau berkurang';
  if (!handedOverAt) return 'barang belum diterima';
  const days = Math.floor((marketTime() - Date.parse(handedOverAt)) / DAY);
  return days <= 0 ? 'diterima hari ini' : `menunggu ${days} hari sejak serah terima`;
};

/** To an office a payment is the shop's; to a shop, what stands on its account: the way it came, and its code. */
const ofShop = ({ merchantName }: Card): string => merchantName;
const onAccount = ({ way, code }: Card): string => `${way ? wayNames[way] : 'Pesanan'} ${code}`;
const amountOf = ({ state, dueRupiah, returnRupiah }: Card): number =>
  state === 'return_owed' ? returnRupiah : dueRupiah;

type RowsProps = { readonly cards: readonly Card[]; readonly title: string; readonly called: (card: Card) => string };
const Rows = ({ cards, title, called }: RowsProps) => (
  <section>
    <h2>
      {title} ({cards.length})
    </h2>
    {cards.length === 0 && <p class="quiet">Tidak ada yang menunggu dibayar.</p>}
    <ul class="rows">
      {cards.map((card) => (
        <li key={card.orderId}>
          <a class="row" href={`/pesanan/${card.orderId}#bayar`}>
            <span>
              <b>
                <bdi>{called(card)}</bdi>
              </b>
              <span class="small quiet">{waits(card)}</span>
            </span>
            <span class="right">
              <b>{rupiah(amountOf(card))}</b>
              <span class="badge">{paymentBadge(card.state)}</span>
            </span>
          </a>
        </li>
      ))}
    </ul>
  </section>
);

/** What an office owes, the longest handed over first. */
export const OfficePayments = ({ call, agencyId }: { call: Call; agencyId: string }) => {
  const [cards, setCards] = useState<readonly Card[]>();
  useEffect(() => {
    void allOf((cursor) => {
      const query = { which: 'waiting', limit: 100, cursor } as const;
      return call('GET /agencies/{agencyId}/payments', { params: { agencyId }, query });
    }).then(setCards, () => setCards([]));
  }, [agencyId]);
  return cards ? <Rows cards={cards} title="Menunggu dibayar" called={ofShop} /> : null;
};

/** What a shop has to look for on its account, and what it still waits for. */
export const ShopPayments = ({ call, merchantId }: { call: Call; merchantId: string }) => {
  const [claimed, setClaimed] = useState<readonly Card[]>();
  useEffect(() => {
    const read = (state: Card['state']) =>
      allOf((cursor) => {
        const query = { state, limit: 100, cursor };
        return call('GET /merchants/{merchantId}/payments', { params: { merchantId }, query });
      });
    void Promise.all([read('claimed'), read('recorded'), read('return_owed')]).then(
      (pages) => setClaimed(pages.flat()),
      () => setClaimed([]),
    );
  }, [merchantId]);
  return claimed && claimed.length > 0 ? (
    <Rows cards={claimed} title="Uang yang perlu dicek" called={onAccount} />
  ) : null;
};
