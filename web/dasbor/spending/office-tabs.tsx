import { ViewTabs } from '../../kit/desk/view-tabs.tsx';
import { dasborAddress } from '../address.ts';
import type { AskedCity } from '../opened.ts';

/** The two sides of the offices: how long shops wait for them, and where their money goes. */
export const OfficeTabs = ({ place, at }: { place: AskedCity['place']; at: 'dinas' | 'belanja' | 'kebutuhan' }) => (
  <ViewTabs
    label="Tampilan dinas"
    at={dasborAddress(at, place)}
    views={[
      { name: 'Menunggu dibayar', to: dasborAddress('dinas', place) },
      { name: 'Belanja ke usaha kecil', to: dasborAddress('belanja', place) },
      { name: 'Kalender kebutuhan', to: dasborAddress('kebutuhan', place) },
    ]}
  />
);
