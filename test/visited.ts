import type { Visit } from '../shared/domain/visits/visit.ts';
import type { NewVisitRecord } from '../shared/domain/visits/visit-record.ts';

/** What an officer found in a shop: everything that a form asks. */
export const visited: NewVisitRecord = {
  openedAt: '2026-11-12T02:00:00.000Z',
  finishedAt: '2026-11-12T02:25:00.000Z',
  met: 'owner',
  production: 'Lima kilo sambal sehari, dua orang.',
  marketing: 'Dititip di dua warung.',
  obstacles: ['photo', 'delivery'],
  problems: 'Cabai naik.',
  needs: [{ kind: 'photos', text: 'Foto botol yang baru' }],
  agreed: 'Foto ulang pekan depan.',
  again: '2026-12-08',
  place: { latitude: -7.9829, longitude: 112.6414, accuracyMeters: 12 },
  photos: [],
  shared: true,
};

/** The visit of a shop in Malang that was planned, made and written down so. */
export const madeVisit: Visit = {
  visitId: `vst_${'1'.padStart(26, '0')}`,
  cityCode: '35.73',
  merchantId: `mrc_${'1'.padStart(26, '0')}`,
  name: 'Sambel Bu Yuni',
  district: '35.73.02',
  category: 'culinary',
  day: '2026-11-12',
  visitor: 'lapangan',
  visitorName: 'Pak Dwi',
  reason: null,
  plannedBy: 'admin',
  plannedAt: '2026-11-10T02:00:00.000Z',
  state: 'done',
  corrections: [],
  version: 2,
  record: { ...visited, receivedAt: '2026-11-12T03:00:00.000Z' },
};
