import { ViewTabs } from '../../kit/desk/view-tabs.tsx';
import type { AskedCity } from '../opened.ts';

/** Every view of a month, in the order of what one asks first. */
const views = [
  ['Bulan ini saja', 'rekap', {}],
  ['12 bulan terakhir', 'rekap', { rentang: '12-bulan' }],
  ['Perkembangan', 'perkembangan', {}],
  ['Usaha per bulan', 'matriks', {}],
  ['Bandingkan', 'bandingkan', {}],
  ['Revisi', 'revisi', {}],
  ['Lembar rapat', 'rapat', {}],
] as const;
export type RecapView = (typeof views)[number][0];

/** The views this person can open, the month going along. */
export const RecapTabs = ({ asked: { linkTo, month }, at }: { asked: AskedCity; at: RecapView }) => {
  const open = views.flatMap(([name, slug, query]) => {
    const to = linkTo(slug, { bulan: month?.month, ...query });
    return to ? [{ name, to }] : [];
  });
  return <ViewTabs label="Tampilan rekap" at={open.find(({ name }) => name === at)?.to ?? ''} views={open} />;
};
