import { useState } from 'preact/hooks';
import type { Measured } from '../../../shared/domain/visits/route.ts';
import { distance } from '../../../shared/domain/visits/words.ts';

/** Measured further off than this, it is said; it is kept all the same. Metres. */
const ROUGH_METERS = 100;
const PATIENCE_MS = 20_000;

const measure = (): Promise<Measured> =>
  new Promise((done, failed) =>
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude, accuracy } }) =>
        done({ latitude, longitude, accuracyMeters: Math.round(accuracy) }),
      failed,
      { enableHighAccuracy: true, timeout: PATIENCE_MS, maximumAge: 0 },
    ),
  );

type Props = { readonly place: Measured | null; readonly onPlace: (place: Measured) => void };
/** Where one stands, and how far off that may be. Nobody is kept from saving by a bad measurement, or by none. */
export const PlaceField = ({ place, onPlace }: Props) => {
  const [said, setSaid] = useState<string>();
  const take = async () => {
    setSaid('Mencari lokasi…');
    try {
      onPlace(await measure());
      setSaid(undefined);
    } catch {
      setSaid(
        'Lokasi belum didapat. Izinkan lokasi di peramban, atau coba di luar ruangan. Catatan tetap bisa disimpan.',
      );
    }
  };
  return (
    <div class="entry">
      <p>
        <b>Lokasi usaha</b>
      </p>
      <p role="status" class="small">
        {said ?? (place ? `Tercatat, bisa meleset ${distance(place.accuracyMeters)}.` : 'Belum dicatat.')}
        {!said && place && place.accuracyMeters > ROUGH_METERS && (
          <span class="late"> Kurang teliti: coba lagi di luar ruangan. Tetap bisa disimpan.</span>
        )}
      </p>
      <button class="line" type="button" onClick={() => void take()}>
        {place ? 'Ukur lagi' : 'Catat lokasi'}
      </button>
    </div>
  );
};
