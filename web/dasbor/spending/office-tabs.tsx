import { ViewTabs } from '../../kit/desk/view-tabs.tsx';
import { dasborAddress } from '../address.ts';
import type { AskedCity } from '../opened.ts';

/** The sides of the offices: how long shops wait for them, where their money goes, what they plan, what their people buy. */
export const OfficeTabs = ({
  place,
  at,
}: {
  place: AskedCity['place'];
  at: 'dinas' | 'belanja' | 'kebutuhan' | 'target';
}) => (
  <ViewTabs
    label="Tampilan dinas"
    at={dasborAddress(at, place)}
    views={[
      { name: 'Menunggu dibayar', to: dasborAddress('dinas', place) },
      { name: 'Belanja ke usaha kecil', to: dasborAddress('belanja', place) },
      { name: 'Kalender kebutuhan', to: dasborAddress('kebutuhan', place) },
      { name: 'Target ASN', to: dasborAddress('target', place) },
    ]}
  />
);
