import type { Centre } from '../../../shared/domain/centres/centre.ts';

/** A centre that is open on weekdays and Saturday mornings, and takes orders. */
export const centreOf = (but: Partial<Centre> = {}): Centre => ({
  name: 'Sentra Ijen',
  description: 'Sentra kuliner.',
  address: 'Jl. Ijen 1',
  district: '35.73.03',
  schedules: [
    { byDay: ['MO', 'TU', 'WE', 'TH', 'FR'], opensAt: '08:00', closesAt: '17:00' },
    { byDay: ['SA'], opensAt: '08:00', closesAt: '12:00' },
  ],
  status: 'active',
  stalls: 10,
  rentRupiah: 10_000,
  rules: [],
  pickUp: true,
  phone: null,
  cityCode: '35.73',
  slug: 'ijen',
  changedAt: '2026-11-01T02:00:00.000Z',
  version: 1,
  ...but,
});
