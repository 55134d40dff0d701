import type { NewTurnover } from '../../../shared/domain/turnover/turnover.ts';

type Channel = NewTurnover['outside'][number]['channel'];
/** Where a shop sells beside this market, in the order of a form. */
export const channelNames: Readonly<Record<Channel, string>> = {
  'own-place': 'Di rumah atau warung sendiri',
  'market-stall': 'Di pasar atau lapak',
  messaging: 'Lewat WhatsApp',
  'other-platform': 'Di aplikasi lain',
  reseller: 'Titip jual',
  event: 'Bazar atau pameran',
  other: 'Lainnya',
};
