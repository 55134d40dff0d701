import { createHash } from 'node:crypto';
import { normal, type Random, randomFrom } from '../../../shared/domain/simulation/random.ts';

/**
 * Chance for one named matter. Every decision draws from a source of its own, named by what it decides, so that the
 * order in which cities and shops happen to take their turns changes nothing.
 */
export const chanceOf = (...name: readonly (string | number)[]) => {
  const random: Random = randomFrom(createHash('sha256').update(name.join('/')).digest().readUInt32LE());
  const whole = (least: number, most: number): number => least + Math.floor(random() * (most - least + 1));
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  return {
    random,
    whole,
    pick,
    happens: (probability: number): boolean => random() < probability,
    /** One of the items, each as likely as its weight; undefined when nothing weighs anything. */
    weighed: <T>(items: readonly T[], weight: (item: T) => number): T | undefined => {
      let left = random() * items.reduce((sum, item) => sum + weight(item), 0);
      return items.find((item) => {
        left -= weight(item);
        return left < 0;
      });
    },
    /** Several different items, in the order drawn. */
    some: <T>(items: readonly T[], count: number): T[] => {
      const rest = [...items];
      return Array.from(
        { length: Math.min(count, items.length) },
        () => rest.splice(whole(0, rest.length - 1), 1)[0] as T,
      );
    },
    /** Around a median, with the long right tail that quantities and turnovers have. */
    around: (median: number, sd = 0.5): number => median * Math.exp(sd * normal(random)),
  };
};
export type Chance = ReturnType<typeof chanceOf>;
