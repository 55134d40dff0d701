import type { Zone } from '../../../shared/domain/basics/month.ts';

type Phase = 'preliminary' | 'final';
export type CloseInput =
  | { readonly zone: Zone; readonly phase: Phase; readonly scheduledAt: string }
  | { readonly cityCode: string; readonly month: string; readonly phase: Phase; readonly scheduledAt: string };
type Plan = {
  readonly month: string;
  readonly phase: Phase;
  readonly takenAt: string;
  readonly cities: readonly { cityCode: string }[];
  readonly provinces: readonly { province: string }[];
};

const TRIES = 4;

/**
 * The road of infra/month-close-definition.ts without its clockwork: plan, cities at once (a large one range
 * by range, at once, and then as a whole), provinces at once, country; every task tried four times, a city of which
 * anything fails holds nobody up, and the run fails at its end when anything is missing.
 */
export const runClose = async (input: CloseInput, task: (given: object) => Promise<unknown>): Promise<boolean> => {
  const tried = async (given: object): Promise<unknown> => {
    for (let attempt = 1; ; attempt++) {
      try {
        return JSON.parse(JSON.stringify((await task(given)) ?? null));
      } catch (error) {
        if (attempt === TRIES) throw error;
      }
    }
  };
  const each = async <T>(places: readonly T[], work: (place: T) => Promise<unknown>) =>
    (
      await Promise.all(
        places.map((place) =>
          work(place).then(
            () => true,
            () => false,
          ),
        ),
      )
    ).every((ended) => ended);
  const { cities, provinces, month, phase, takenAt } = (await tried({ task: 'plan', input })) as Plan;
  if (cities.length === 0) return true;
  const of = { month, phase, takenAt };
  const closed = await each(cities, async ({ cityCode }) => {
    const { ranges } = (await tried({ task: 'city', cityCode, ...of })) as { ranges?: object[] };
    if (!ranges) return;
    await Promise.all(ranges.map((range) => tried({ task: 'open', cityCode, range, ...of })));
    await tried({ task: 'opened-city', cityCode, ...of });
  });
  const merged = await each(provinces, ({ province }) => tried({ task: 'province', province, ...of }));
  await tried({ task: 'country', ...of });
  return closed && merged;
};
