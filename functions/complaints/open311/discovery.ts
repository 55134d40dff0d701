import type { OpenDiscovery } from '../../../shared/contract/complaints/open311.ts';
import type { City } from '../../../shared/domain/places/city.ts';
import { Problem } from '../../../shared/problem.ts';
import type { World } from '../../world.ts';

export const noDocument = () =>
  new Problem('not_found', 'Open311 kota ini punya discovery, services, dan requests. Periksa lagi alamatnya.');

/** When what is spoken here last changed. */
const CHANGED = '2026-11-27T00:00:00.000Z';
/** Nobody needs a key; who has none to ask for writes to the office that helps. */
export const discoveryOf = (world: World, { cityCode, name, helpPhone }: City): OpenDiscovery => ({
  changeset: CHANGED,
  contact: helpPhone === undefined ? name : `${name}, WhatsApp ${helpPhone}`,
  key_service: 'Tidak perlu api_key.',
  endpoints: [
    {
      specification: 'http://wiki.open311.org/GeoReport_v2',
      url: `${world.origin}/api/open311/${cityCode}`,
      changeset: CHANGED,
      type: 'production',
      formats: ['text/xml', 'application/json'],
    },
  ],
});
