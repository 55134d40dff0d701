import { useEffect, useState } from 'preact/hooks';
import type { Output, Sent } from '../../../shared/contract.ts';
import { rupiah } from '../../../shared/domain/basics/wording.ts';
import { deliveryWords, isEnd, nextSteps } from '../../../shared/domain/deliveries/delivery-states.ts';
import type { Call } from '../../entry/client.ts';
import { useAct } from '../../kit/act.ts';
import { Form, filled, flawAt, Summary, TextField } from '../../kit/form.tsx';
import { bringerNames } from './bringer-names.ts';

type Card = Output<'GET /merchants/{merchantId}/deliveries'>['items'][number];
type Props = { readonly call: Call; readonly merchantId: string };

/** Of each order the last attempt: what is on its way, what failed while somebody waits, what a courier holds of the money. */
const toShow = (cards: readonly Card[]): readonly Card[] => {
  const last = new Map<string, Card>();
  for (const one of cards) if ((last.get(one.orderId)?.attempt ?? 0) < one.attempt) last.set(one.orderId, one);
  return [...last.values()].filter(
    ({ state, cashRupiah, isAwaited }) => !isEnd(state) || cashRupiah !== null || (state !== 'delivered' && isAwaited),
  );
};

/** Goods on their way and what the shop does next with them; nothing where nothing is. */
export const ShopDeliveries = ({ call, merchantId }: Props) => {
  const [cards, setCards] = useState<readonly Card[]>([]);
  useEffect(() => {
    const read = (which: 'open' | 'over') =>
      call('GET /merchants/{merchantId}/deliveries', { params: { merchantId }, query: { which, limit: 50 } });
    void Promise.all([read('open'), read('over')]).then(
      ([open, over]) => setCards(toShow([...open.items, ...over.items])),
      () => {},
    );
  }, [merchantId]);
  if (cards.length === 0) return null;
  return (
    <section>
      <h2>Kurir ({cards.length})</h2>
      <ul class="rows">
        {cards.map((one) => (
          <li key={one.orderId + one.attempt}>
            <a class="row" href={`/pesanan/${one.orderId}#kurir`}>
              <span>
                <b>{deliveryWords[one.state]}</b>
                <span class="small quiet">
                  {bringerNames[one.by]}. {nextSteps[one.state]?.shop}
                </span>
              </span>
              {one.cashRupiah !== null && <b>memegang {rupiah(one.cashRupiah)}</b>}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
};

type Partner = 'grab' | 'gojek' | 'lalamove';
type Keys = Sent<'PUT /merchants/{merchantId}/courier-partners/{partner}'>['body'];
/** What each company gives a shop, in the company's own words. */
const fields: Readonly<Record<Partner, readonly (readonly [name: keyof Keys & string, label: string])[]>> = {
  grab: [
    ['clientId', 'Client ID'],
    ['clientSecret', 'Client secret'],
    ['webhookSecret', 'Kunci pemberitahuan (Authorization)'],
  ],
  gojek: [
    ['clientId', 'Client ID'],
    ['passKey', 'Pass key'],
    ['callbackToken', 'Kunci pemberitahuan (X-Callback-Token)'],
  ],
  lalamove: [
    ['apiKey', 'API key'],
    ['apiSecret', 'API secret'],
  ],
};

const PartnerForm = ({ call, merchantId, partner, isSet }: Props & { partner: Partner; isSet: boolean }) => {
  const [address, setAddress] = useState<string>();
  const act = useAct();
  const save = (form: HTMLFormElement) =>
    act.run(async () => {
      const key = 'PUT /merchants/{merchantId}/courier-partners/{partner}';
      setAddress((await call(key, { params: { merchantId, partner }, body: filled(form) as Keys })).address);
      form.reset();
    });
  return (
    <details>
      <summary>
        {bringerNames[partner]}
        {(isSet || address) && ' (terpasang)'}
      </summary>
      <Form onSubmit={save}>
        {act.refusal && <Summary refusal={act.refusal} />}
        {fields[partner].map(([name, label]) => (
          <TextField
            key={name}
            label={label}
            name={name}
            autocomplete="off"
            required
            flaw={flawAt(act.refusal, `/${name}`)}
          />
        ))}
        <button class="button" type="submit" disabled={act.busy}>
          Simpan kunci {bringerNames[partner]}
        </button>
        {address && (
          <div role="status">
            <p class="small">Tersimpan. Di akun {bringerNames[partner]}, isi alamat pemberitahuan:</p>
            <p class="code">{location.origin + address}</p>
          </div>
        )}
      </Form>
    </details>
  );
};

/** Accounts of the shop with ride companies. Keys go in and never come out again. */
export const CourierPartners = ({ call, merchantId }: Props) => {
  const [known, setKnown] = useState<readonly Partner[]>();
  const open = (isOpen: boolean) => {
    if (isOpen && !known)
      void call('GET /merchants/{merchantId}/courier-partners', { params: { merchantId } }).then(
        ({ partners }) => setKnown(partners),
        () => setKnown([]),
      );
  };
  return (
    <details onToggle={(event) => open(event.currentTarget.open)}>
      <summary>
        <span>Akun kurir ojek daring</span>
      </summary>
      <p class="quiet">
        Tarifnya dibayar toko langsung ke mitra. Kunci yang disimpan tidak bisa dibaca lagi oleh siapa pun.
      </p>
      {known &&
        (['grab', 'gojek', 'lalamove'] as const).map((partner) => (
          <PartnerForm
            key={partner}
            call={call}
            merchantId={merchantId}
            partner={partner}
            isSet={known.includes(partner)}
          />
        ))}
    </details>
  );
};
