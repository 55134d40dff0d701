import type { NewVisitRecord } from '../shared/domain/visits/visit.ts';

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
