import { useEffect, useState } from 'preact/hooks';
import type { Call, Refusal } from '../../../entry/client.ts';
import { type Choice, flawAt, SelectField } from '../../../kit/form.tsx';
import type { City } from '../../../kit/places.ts';

type Props = {
  readonly call: Call;
  readonly cityCode: string;
  readonly district: string;
  readonly village: string | undefined;
  readonly refusal: Refusal | undefined;
  /** What the city said of them, where it returned the application. */
  readonly reason?: string | undefined;
  readonly onDistrict?: (district: string) => void;
};

/** Where a shop is: its kecamatan, and of that its kelurahan. */
export const PlaceFields = ({ call, cityCode, district, village, refusal, reason, onDistrict }: Props) => {
  const [city, setCity] = useState<City>();
  const [villages, setVillages] = useState<readonly Choice[]>([]);
  useEffect(() => {
    if (cityCode) void call('GET /cities/{city}', { params: { city: cityCode } }).then(setCity, () => {});
  }, [cityCode]);
  useEffect(() => {
    if (!district) return;
    const params = { city: cityCode, district };
    void call('GET /cities/{city}/districts/{district}', { params }).then(
      (found) => setVillages(found.villages.map(({ code, name }): Choice => [code, name])),
      () => setVillages([]),
    );
  }, [cityCode, district]);
  return (
    <>
      <SelectField
        label="Kecamatan"
        name="district"
        required
        value={district}
        choices={[['', 'Pilih kecamatan'], ...(city?.districts ?? []).map(({ code, name }): Choice => [code, name])]}
        flaw={flawAt(refusal, '/district') ?? reason}
        {...(onDistrict ? { onChange: onDistrict } : {})}
      />
      <SelectField
        label="Kelurahan"
        name="village"
        required
        value={village}
        choices={[['', 'Pilih kelurahan'], ...villages]}
        flaw={flawAt(refusal, '/village')}
      />
    </>
  );
};
