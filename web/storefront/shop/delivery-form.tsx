import { useEffect, useState } from 'preact/hooks';
import type { Output, Sent } from '../../../shared/contract.ts';
import { typedNumber } from '../../../shared/domain/basics/typed/typed-number.ts';
import { rupiah } from '../../../shared/domain/basics/wording.ts';
import { termsWords } from '../../../shared/domain/deliveries/terms-words.ts';
import type { Call } from '../../entry/client.ts';
import { useAct } from '../../kit/act.ts';
import { Form, filled, flawAt, Summary, TextField } from '../../kit/form.tsx';
import type { City } from '../../kit/places.ts';
import { ifUnchanged } from '../../kit/settings.tsx';

type Terms = Output<'GET /merchants/{merchantId}/delivery-terms'>;
type Centre = Output<'GET /cities/{city}/centres'>['items'][number];
type Wanted = Sent<'PUT /merchants/{merchantId}/delivery-terms'>['body'];

const shown = (fee: number | null | undefined): string => (fee ? String(fee) : '');

/** What the form says; a district left as it was follows the usual fee. */
const termsOf = (form: HTMLFormElement, city: City, centres: readonly Centre[]): Wanted => {
  const { brings, fee, free, picked, pickAddress = '', pickHours = '', ...given } = filled(form);
  const districts = city.districts.flatMap(({ code }): NonNullable<Wanted['courier']>['districts'] => {
    if (given[`tidak-${code}`]) return [{ district: code, feeRupiah: null }];
    const typed = given[`ongkos-${code}`];
    return typed === undefined ? [] : [{ district: code, feeRupiah: typedNumber(typed) }];
  });
  return {
    courier: brings
      ? { feeRupiah: typedNumber(fee), freeFromRupiah: free ? typedNumber(free) : null, districts }
      : null,
    pickUp: picked ? { address: pickAddress, hours: pickHours } : null,
    centres: centres.flatMap(({ slug }) =>
      given[`sentra-${slug}`] ? [{ centre: slug, feeRupiah: typedNumber(given[`ongkos-sentra-${slug}`]) }] : [],
    ),
  };
};

/** Centres of the city where the shop may hand its orders over too, each with what bringing one there costs. */
const CentreFields = ({ centres, terms }: { centres: readonly Centre[]; terms: Terms }) => (
  <>
    {centres.map(({ slug, name, address }) => {
      const own = terms.centres.find(({ centre }) => centre === slug);
      return (
        <div class="pair" key={slug}>
          <label class="check">
            <input type="checkbox" name={`sentra-${slug}`} defaultChecked={own !== undefined} />
            <span>
              Titip di <bdi>{name}</bdi> <span class="small quiet">{address}</span>
            </span>
          </label>
          <TextField
            label={`Ongkos ke ${name} (rupiah)`}
            name={`ongkos-sentra-${slug}`}
            inputMode="numeric"
            value={shown(own?.feeRupiah)}
          />
        </div>
      );
    })}
  </>
);

type Props = {
  readonly call: Call;
  readonly merchantId: string;
  /** What the shop says now, verified or not. */
  readonly read: () => Promise<Terms>;
  readonly city: string;
  readonly address: string;
};

/** How the shop hands its goods over: its own courier with a fee, or the buyer comes. */
export const DeliveryForm = ({ call, merchantId, read, city: cityCode, address }: Props) => {
  const [terms, setTerms] = useState<Terms>();
  const [city, setCity] = useState<City>();
  const [centres, setCentres] = useState<readonly Centre[]>([]);
  const [saved, setSaved] = useState(false);
  const act = useAct();
  const params = { merchantId };
  useEffect(() => {
    void read().then(setTerms, () => {});
    void call('GET /cities/{city}', { params: { city: cityCode } }).then(setCity, () => {});
    void call('GET /cities/{city}/centres', { params: { city: cityCode } }).then(
      ({ items }) => setCentres(items.filter(({ status, pickUp }) => status === 'active' && pickUp)),
      () => {},
    );
  }, [merchantId]);
  if (!terms || !city) return null;
  const { courier, pickUp } = terms;
  const at = (pointer: string) => flawAt(act.refusal, pointer);
  const submit = (form: HTMLFormElement) =>
    act.run(async () => {
      setSaved(false);
      const body = termsOf(form, city, centres);
      setTerms(
        await call('PUT /merchants/{merchantId}/delivery-terms', { params, body, headers: ifUnchanged(terms.version) }),
      );
      setSaved(true);
    });
  return (
    <section id="antar">
      <h2>Antar dan ambil</h2>
      <ul class="plain">
        {termsWords(terms, city.districts).map((way) => (
          <li key={way}>{way}</li>
        ))}
      </ul>
      <details>
        <summary>
          <span>Ubah ongkos antar</span>
        </summary>
        <Form onSubmit={submit}>
          {act.refusal && <Summary refusal={act.refusal} />}
          <label class="check">
            <input type="checkbox" name="brings" defaultChecked={courier !== null} /> Toko mengantar
          </label>
          <TextField
            label="Ongkos sekali antar (rupiah)"
            name="fee"
            inputMode="numeric"
            value={shown(courier?.feeRupiah)}
            help={`Kosong berarti gratis. Di kota ini paling banyak ${rupiah(city.policies.deliveryFeeMaxRupiah)}.`}
            flaw={at('/courier/feeRupiah')}
          />
          <TextField
            label="Gratis mulai belanja (boleh kosong)"
            name="free"
            inputMode="numeric"
            value={shown(courier?.freeFromRupiah)}
            flaw={at('/courier/freeFromRupiah')}
          />
          <details>
            <summary>
              <span>Beda ongkos per kecamatan</span>
            </summary>
            {city.districts.map(({ code, name }) => {
              const own = courier?.districts.find(({ district }) => district === code);
              return (
                <div class="pair" key={code}>
                  <TextField
                    label={name}
                    name={`ongkos-${code}`}
                    inputMode="numeric"
                    placeholder="ongkos biasa"
                    value={own && own.feeRupiah !== null ? String(own.feeRupiah) : ''}
                  />
                  <label class="check">
                    <input
                      type="checkbox"
                      name={`tidak-${code}`}
                      defaultChecked={own?.feeRupiah === null}
                      aria-label={`Tidak diantar ke ${name}`}
                    />{' '}
                    Tidak diantar
                  </label>
                </div>
              );
            })}
          </details>
          <label class="check">
            <input type="checkbox" name="picked" defaultChecked={pickUp !== null} /> Pembeli boleh ambil sendiri
          </label>
          <TextField
            label="Tempat ambil"
            name="pickAddress"
            maxLength={200}
            value={pickUp?.address ?? address}
            help="Tampil untuk semua pembeli."
            flaw={at('/pickUp/address')}
          />
          <TextField
            label="Jam ambil"
            name="pickHours"
            maxLength={80}
            value={pickUp?.hours ?? '08.00–17.00'}
            flaw={at('/pickUp/hours')}
          />
          <CentreFields centres={centres} terms={terms} />
          <button class="button" type="submit" disabled={act.busy}>
            Simpan ongkos antar
          </button>
          <p role="status" class="small">
            {saved ? 'Tersimpan.' : ''}
          </p>
        </Form>
      </details>
    </section>
  );
};
