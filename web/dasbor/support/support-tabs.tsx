import type { Month } from '../../../shared/domain/basics/month.ts';
import { ViewTabs } from '../../kit/desk/view-tabs.tsx';
import type { City } from '../../kit/places.ts';
import { addressOf, type View } from './wanted.ts';

const views: readonly (readonly [View, string])[] = [
  ['all', 'Semua usaha'],
  ['causes', 'Sebab dan tindakan'],
  ['mine', 'Tugas saya'],
  ['taken', 'Sedang ditangani'],
  ['over', 'Sudah selesai'],
];

/** From who did not sell to what is done about it. */
export const SupportTabs = ({ city, month, at }: { city: City; month: Month; at: View }) => {
  const to = (view: View) => addressOf(city, month, { view });
  return <ViewTabs label="Daftar" at={to(at)} views={views.map(([view, name]) => ({ name, to: to(view) }))} />;
};
