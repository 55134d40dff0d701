import { useRef, useState } from 'preact/hooks';
import { addDays } from '../../../../../shared/domain/basics/month.ts';
import { type Call, Refusal } from '../../../../entry/client.ts';
import { commonDay, longDay } from '../../../../kit/days.ts';
import { type Choice, Form, filled, flawAt, SelectField, Summary, TextField } from '../../../../kit/form.tsx';
import { later } from '../../../../kit/later.tsx';
import type { City } from '../../../../kit/places.ts';
import { firstDay, today } from '../../../../kit/today.ts';
import type { FreshCart } from '../../fresh-lines.ts';
import { type Delivery, saveDelivery } from '../delivery.ts';
import type { Draft } from '../draft.ts';
import type { OfficeSeat } from '../office-seats.ts';
import { ReceiverFields } from './receiver-fields.tsx';
import { isSaved, type SavedAddress } from './saved-addresses.ts';

const OfficeFields = later(() => import('../office-fields.tsx').then((module) => module.OfficeFields));

type FormProps = {
  readonly city: City;
  readonly pickedUp: boolean;
  readonly draft: Draft;
  readonly days: FreshCart['days'];
  readonly seats: readonly OfficeSeat[];
  readonly call: Call;
  readonly signedIn: boolean;
  readonly refusal: Refusal | undefined;
  readonly onDone: (draft: Draft) => void;
};

/** What was typed, as a draft. Another day for all is another day for each shop. */
const draftOf = (form: HTMLFormElement, { draft, pickedUp }: Pick<FormProps, 'draft' | 'pickedUp'>): Draft => {
  const { deliverOn = '', agencyId, purpose = '', eventDate = '', budgetCode = '', ...place } = filled(form);
  const { savedAddress: _, ...typed } = place;
  // Fields that are not asked for now are asked for again with what was written in them.
  const delivery: Partial<Delivery> = pickedUp ? { ...draft.delivery, ...typed } : typed;
  const room = delivery.room === undefined ? {} : { room: delivery.room };
  const office = agencyId && { agencyId, purpose, eventDate: eventDate || deliverOn, budgetCode, ...room };
  return {
    delivery,
    deliverOn,
    pays: draft.pays,
    days: deliverOn === draft.deliverOn ? draft.days : undefined,
    ...(office ? { office } : {}),
  };
};

/** Told before anybody signs in for it: a guest's number is first read by the market with the order. */
const noPhone = (detail: string) =>
  new Refusal(400, 'invalid_request', 'Nomor HP itu belum lengkap.', [{ pointer: '/contact/phone', detail }]);
/** Its rule comes while an address is written; without a line the market reads the number, as it does every one. */
const phoneRule = () => import('../../../../../shared/domain/basics/typed/phone-number.ts').catch(() => undefined);

/** Where to, when, to whom; an office adds who pays and for what. */
export const AddressForm = (props: FormProps) => {
  const { city, pickedUp, draft, days, seats, call, signedIn, onDone } = props;
  const [wrong, setWrong] = useState<Refusal>();
  const refusal = wrong ?? props.refusal;
  const [office, setOffice] = useState(draft.office?.agencyId ?? '');
  const first = firstDay(city);
  const soonest = commonDay(days, first, today(city.cityCode));
  const deliverOn =
    commonDay(days, draft.deliverOn < first ? first : draft.deliverOn, today(city.cityCode)) ?? draft.deliverOn;
  const [year, setYear] = useState(deliverOn.slice(0, 4));
  const known = useRef<readonly SavedAddress[]>([]);
  const submit = async (form: HTMLFormElement) => {
    const typed = draftOf(form, props);
    const next = { ...typed, kept: isSaved(known.current, typed.delivery) };
    const rule = await phoneRule();
    if (rule && rule.e164Of(next.delivery.phone ?? '') === undefined) return setWrong(noPhone(rule.HOW_PHONE));
    saveDelivery(next.delivery);
    onDone(next);
  };
  return (
    <Form
      onSubmit={submit}
      onInput={(form) => {
        // Who writes an address looks at the order next, perhaps without a network by then.
        void import('../review-step.tsx').catch(() => undefined);
        void import('../place.ts').catch(() => undefined);
        void phoneRule();
        setYear(filled(form)['deliverOn']?.slice(0, 4) ?? year);
      }}
    >
      {wrong && <Summary refusal={wrong} />}
      {seats.length > 0 && (
        <SelectField
          label="Pesanan ini untuk"
          name="agencyId"
          value={office}
          choices={[['', 'Saya sendiri'], ...seats.map(({ agencyId, name }): Choice => [agencyId, name])]}
          onChange={setOffice}
        />
      )}
      <TextField
        label={pickedUp ? 'Tanggal diambil' : 'Tanggal diterima'}
        name="deliverOn"
        type="date"
        required
        value={deliverOn}
        min={first}
        help={soonest && `Paling cepat ${longDay(soonest)}. Bisa diubah per toko di langkah berikutnya.`}
        max={addDays(today(city.cityCode), 366)}
        flaw={flawAt(refusal, '/deliverOn')}
      />
      {office && <OfficeFields call={call} agencyId={office} year={year} office={draft.office} refusal={refusal} />}
      <ReceiverFields
        call={call}
        city={city}
        pickedUp={pickedUp}
        signedIn={signedIn}
        refusal={refusal}
        delivery={draft.delivery}
        agencyId={office || undefined}
        onAddresses={(addresses) => {
          known.current = addresses;
        }}
      />
      <button class="button" type="submit">
        Periksa pesanan
      </button>
    </Form>
  );
};
