import { type Day, type Instant, type Zone, zones } from '../../../shared/domain/basics/month.ts';
import { chanceOf } from './chance.ts';

/** The instant at which the local clock shows `minute` minutes after midnight; seconds follow from the matter's name. */
export const instantOf = (day: Day, minute: number, zone: Zone, name = ''): Instant => {
  const milliseconds = name === '' ? 0 : chanceOf('seconds', name).whole(0, 59_999);
  return new Date(
    Date.parse(`${day}T00:00:00.000Z`) + (minute - zones[zone] * 60) * 60_000 + milliseconds,
  ).toISOString();
};

type Step = {
  readonly at: Instant;
  readonly name: string;
  readonly lanes: readonly string[];
  readonly run: (at: Instant) => Promise<void>;
};

/**
 * What is going to happen in one city, by day. Steps of one lane (a shop, an office) follow each other in order of
 * time; lanes run side by side. A step may put further steps on the same day, which then form the day's next wave: so
 * what each lane sees does not depend on how fast another one was.
 */
export const agendaOf = (zone: Zone, until: Instant) => {
  const days = new Map<Day, Step[]>();
  const add = (
    name: string,
    day: Day,
    minute: number,
    lanes: string | readonly string[],
    run: (at: Instant) => Promise<void>,
  ): void => {
    const steps = days.get(day) ?? [];
    steps.push({ at: instantOf(day, minute, zone, name), name, lanes: [lanes].flat(), run });
    days.set(day, steps);
  };
  const wave = async (steps: readonly Step[]): Promise<void> => {
    const tails = new Map<string, Promise<void>>();
    const all = [...steps]
      .sort((a, b) => (a.at === b.at ? (a.name < b.name ? -1 : 1) : a.at < b.at ? -1 : 1))
      .map((step) => {
        const before = Promise.all(step.lanes.map((lane) => tails.get(lane)));
        const done = before.then(() => (step.at <= until ? step.run(step.at) : undefined));
        for (const lane of step.lanes) tails.set(lane, done);
        return done;
      });
    // A failed step fails every later step of its lanes: wait for all, then tell the first.
    const failed = (await Promise.allSettled(all)).find((outcome) => outcome.status === 'rejected');
    if (failed) throw failed.reason;
  };
  const live = async (day: Day): Promise<void> => {
    for (let steps = days.get(day); steps; steps = days.get(day)) {
      days.delete(day);
      await wave(steps);
    }
  };
  return { add, live };
};
export type Agenda = ReturnType<typeof agendaOf>;
