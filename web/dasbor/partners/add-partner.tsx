import { useRef } from 'preact/hooks';
import { partnerKinds } from '../../../shared/domain/partners/words.ts';
import { useAct } from '../../kit/act.ts';
import { Form, filled, flawAt, SelectField, Summary, TextField } from '../../kit/form.tsx';
import type { Asked } from '../opened.ts';

type Kind = keyof typeof partnerKinds;
const kindOf = (typed = ''): Kind => (typed in partnerKinds ? (typed as Kind) : 'other');

/** A company begins to work with the place; with a province in the cities that are ticked. */
export const AddPartner = ({ asked: { call, place, cities, again } }: { asked: Asked }) => {
  const act = useAct();
  // One partner a filled form: sent again after a break of the line it is the same one.
  const key = useRef(crypto.randomUUID());
  const inside = cities.filter(({ cityCode }) => cityCode.startsWith(place.code));
  const send = (form: HTMLFormElement) =>
    act.run(async () => {
      const { badan: legalName = '', sebutan: brand = '', bidang } = filled(form);
      const body = { legalName, brand, kind: kindOf(bidang) };
      const headers = { 'idempotency-key': key.current };
      if (place.level === 'city')
        await call('POST /cities/{city}/partners', { params: { city: place.code }, body, headers });
      else {
        const ticked = new FormData(form).getAll('kota').map(String);
        const asks = { params: { province: place.code }, body: { ...body, cities: ticked }, headers };
        await call('POST /provinces/{province}/partners', asks);
      }
      key.current = crypto.randomUUID();
      again();
    });
  return (
    <details>
      <summary>Tambah mitra</summary>
      {act.refusal && <Summary refusal={act.refusal} />}
      <Form onSubmit={send}>
        <TextField
          label="Nama badan hukum"
          name="badan"
          maxLength={120}
          required
          flaw={flawAt(act.refusal, '/legalName')}
        />
        <TextField
          label="Sebutan sehari-hari"
          name="sebutan"
          maxLength={60}
          required
          flaw={flawAt(act.refusal, '/brand')}
        />
        <SelectField label="Bidang" name="bidang" choices={Object.entries(partnerKinds)} />
        {place.level === 'province' && (
          <fieldset>
            <legend>Kota yang ikut</legend>
            {inside.map(({ cityCode, name }) => (
              <label class="check" key={cityCode} for={`kota-${cityCode}`}>
                <input id={`kota-${cityCode}`} name="kota" type="checkbox" value={cityCode} defaultChecked /> {name}
              </label>
            ))}
          </fieldset>
        )}
        <button class="button" type="submit" disabled={act.busy}>
          {act.busy ? 'Menyimpan…' : 'Tambah mitra'}
        </button>
      </Form>
    </details>
  );
};
