import type { Output } from '../../../shared/contract.ts';
import { dateTime } from '../../../shared/domain/basics/wording.ts';
import { roleNames } from '../../../shared/domain/people/role-names.ts';
import { useAct } from '../../kit/act.ts';
import { Summary } from '../../kit/form.tsx';
import { districtName } from '../../kit/places.ts';
import type { AskedCity } from '../opened.ts';

export type Seat = Output<'GET /scopes/{scope}/members'>['items'][number];

/** Whoever keeps the seats; the inspectorate reads who has one. */
export const mayAct = ({ kinds }: Pick<AskedCity, 'kinds'>): boolean => kinds.includes('city-admin');

/** An account has a number, and no name here: names are kept by whoever signs people in. */
export const whoIs = ({ me }: Pick<AskedCity, 'me'>, person: string) =>
  me?.person === person ? (
    <b>Anda</b>
  ) : (
    <span>
      Akun <bdi>{person}</bdi>
    </span>
  );

/** The district of a seat in one. */
export const districtOfSeat = ({ place }: Pick<AskedCity, 'place'>, { scope }: Pick<Seat, 'scope'>): string =>
  districtName(place.city, scope.slice('district:'.length));

/** What a seat is, with where when it is in a district. */
const roleOf = (asked: AskedCity, seat: Seat): string =>
  [roleNames[seat.role], ...(seat.scope.startsWith('district:') ? [districtOfSeat(asked, seat)] : [])].join(' ');

/** Invitations that nobody has answered, each to be taken back. */
export const Invited = ({ asked, waiting }: { asked: AskedCity; waiting: readonly Seat[] }) => {
  const { call, place, again } = asked;
  const act = useAct();
  const withdraw = ({ scope, person }: Seat) =>
    act.run(async () => {
      await call('DELETE /scopes/{scope}/members/{person}', { params: { scope, person } });
      again();
    });
  if (waiting.length === 0) return null;
  return (
    <section aria-labelledby="menunggu-jawaban">
      <h2 id="menunggu-jawaban">Menunggu jawaban ({waiting.length})</h2>
      {act.refusal && <Summary refusal={act.refusal} />}
      <ul class="plain">
        {waiting.map((seat) => (
          <li key={seat.scope + seat.person} class="sum">
            <span>
              {whoIs(asked, seat.person)} sebagai {roleOf(asked, seat)}
              {seat.expiresAt && (
                <span class="quiet">, bisa dijawab sampai {dateTime(seat.expiresAt, place.city.zone)}</span>
              )}
            </span>
            {mayAct(asked) && (
              <button class="line" type="button" disabled={act.busy} onClick={() => withdraw(seat)}>
                Tarik undangan
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
};
