import { count } from '../../basics/wording.ts';
import { metersBetween, type Point } from '../../places/meters.ts';
import type { MonthFacts } from '../facts.ts';
import type { Finding } from '../finding.ts';
import { centreOf } from '../tails.ts';
import { about, isOf, type Placed, shopsIn } from './visits-made.ts';

const FAR_METERS = 10_000;
const FAR_TIMES = 3;
const LEAST_OTHERS = 5;
const middleOf = (places: readonly Point[]): Point => ({
  latitude: centreOf(places.map(({ latitude }) => latitude)).median,
  longitude: centreOf(places.map(({ longitude }) => longitude)).median,
});

/** Visits written down far from where other shops of the same kecamatan were visited. */
export const farVisits = (facts: MonthFacts): Finding[] =>
  [
    ...Map.groupBy(
      facts.visits.filter((visit): visit is Placed => visit.place !== null),
      ({ district }) => district,
    ).values(),
  ].flatMap((visits) =>
    visits.flatMap((visit): Finding[] => {
      const others = visits.filter(({ merchantId }) => merchantId !== visit.merchantId);
      if (!isOf(facts, visit) || shopsIn(others).length < LEAST_OTHERS) return [];
      const middle = middleOf(others.map(({ place }) => place));
      const usual = centreOf(others.map(({ place }) => metersBetween(middle, place))).median;
      const meters = metersBetween(middle, visit.place) - visit.place.accuracyMeters;
      if (meters <= FAR_METERS || meters <= FAR_TIMES * usual) return [];
      const kilometres = `${count(Math.round(meters / 1000))} km`;
      return [
        {
          rule: 'far-visit',
          subject: visit.merchantId,
          ...about([visit]),
          question: `Kunjungan ke ${visit.name} dicatat ${kilometres} dari usaha lain di kecamatannya. Di mana usahanya?`,
          facts: [
            { label: 'Jarak', value: kilometres },
            { label: 'Petugas', value: visit.visitorName },
          ],
          weight: meters,
        },
      ];
    }),
  );
