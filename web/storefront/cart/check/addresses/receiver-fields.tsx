import { useEffect, useState } from 'preact/hooks';
import type { Call, Refusal } from '../../../../entry/client.ts';
import { type Choice, flawAt, SelectField, TextField } from '../../../../kit/form.tsx';
import type { City } from '../../../../kit/places.ts';
import { shortNumber } from '../../../../kit/typed-bounds.ts';
import type { Delivery } from '../delivery.ts';
import { deliveryOf, type SavedAddress, useAddresses } from './saved-addresses.ts';

type FieldsProps = {
  readonly city: City;
  readonly delivery: Partial<Delivery>;
  readonly office: boolean;
  readonly refusal: Refusal | undefined;
};

/** What an office says of where it receives, or a person of where they live. */
const PlaceKindFields = ({ delivery, office }: Pick<FieldsProps, 'delivery' | 'office'>) =>
  office ? (
    <div class="pair">
      <TextField label="Ruang (boleh kosong)" name="room" maxLength={80} value={delivery.room ?? ''} />
      <TextField
        label="Jam terima (boleh kosong)"
        name="hours"
        maxLength={40}
        placeholder="08.00–15.00"
        value={delivery.hours ?? ''}
      />
    </div>
  ) : (
    <div class="pair">
      <TextField label="RT" name="rt" inputMode="numeric" check={shortNumber} value={delivery.rt ?? ''} />
      <TextField label="RW" name="rw" inputMode="numeric" check={shortNumber} value={delivery.rw ?? ''} />
    </div>
  );

/** Where goods are brought to. */
const PlaceFields = ({ city, delivery, office, refusal }: FieldsProps) => {
  const districts: Choice[] = [
    ['', 'Pilih kecamatan'],
    ...city.districts.map(({ code, name }): Choice => [code, name]),
  ];
  return (
    <>
      <TextField
        label={office ? 'Gedung dan lantai' : 'Jalan dan nomor rumah'}
        name="street"
        required
        maxLength={120}
        autocomplete="street-address"
        value={delivery.street ?? ''}
        flaw={flawAt(refusal, '/deliverTo/address')}
      />
      <PlaceKindFields delivery={delivery} office={office} />
      <SelectField
        label="Kecamatan"
        name="district"
        required
        value={delivery.district}
        choices={districts}
        flaw={flawAt(refusal, '/deliverTo/district')}
      />
      <TextField label="Kelurahan (boleh kosong)" name="village" maxLength={40} value={delivery.village ?? ''} />
      <TextField
        label="Patokan (boleh kosong)"
        name="landmark"
        maxLength={120}
        help="Misalnya: sebelah masjid, pagar hijau."
        value={delivery.landmark ?? ''}
      />
    </>
  );
};

type Props = Omit<FieldsProps, 'office'> & {
  readonly call: Call;
  readonly signedIn: boolean;
  /** Present where an office receives. */
  readonly agencyId: string | undefined;
  /** Nothing is brought: nobody needs to know where the buyer lives. */
  readonly pickedUp?: boolean;
  /** Told which addresses are kept, as they are read. */
  readonly onAddresses?: (addresses: readonly SavedAddress[]) => void;
};

/** What was typed by hand already is never replaced by itself. */
const isUntouched = (): boolean => !document.querySelector<HTMLInputElement>('#street')?.value;

/** Who receives, and where: a saved address, or one that is typed. */
export const ReceiverFields = ({ call, signedIn, agencyId, pickedUp = false, onAddresses, ...fields }: Props) => {
  const { city, delivery, refusal } = fields;
  const { addresses } = useAddresses(call, signedIn && !pickedUp, agencyId);
  const [picked, setPicked] = useState<SavedAddress>();
  const here = addresses.filter(({ district }) => district.startsWith(city.cityCode));
  useEffect(() => setPicked(undefined), [agencyId]);
  useEffect(() => {
    onAddresses?.(addresses);
    if (here[0] && isUntouched()) setPicked(here[0]);
  }, [addresses]);
  const shown = picked ? deliveryOf(picked) : delivery;
  return (
    <>
      {here.length > 0 && (
        <SelectField
          label="Alamat tersimpan"
          name="savedAddress"
          value={picked?.addressId ?? ''}
          choices={[['', 'Tulis alamat lain'], ...here.map(({ addressId, name }): Choice => [addressId, name])]}
          onChange={(chosen) => setPicked(here.find(({ addressId }) => addressId === chosen))}
        />
      )}
      <div class="form" key={picked?.addressId ?? 'typed'}>
        <TextField
          label="Nama penerima"
          name="name"
          required
          maxLength={80}
          autocomplete="name"
          value={shown.name ?? ''}
          flaw={flawAt(refusal, '/contact/name')}
        />
        <TextField
          label="Nomor HP (WhatsApp)"
          name="phone"
          type="tel"
          required
          autocomplete="tel"
          value={shown.phone ?? ''}
          help="Penjual menghubungi nomor ini bila perlu."
          flaw={flawAt(refusal, '/contact/phone')}
        />
        {!pickedUp && <PlaceFields {...fields} delivery={shown} office={agencyId !== undefined} />}
      </div>
    </>
  );
};
