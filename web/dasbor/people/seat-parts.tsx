import type { Output } from '../../../shared/contract.ts';
import { dateTime } from '../../../shared/domain/basics/wording.ts';
import { roleNames } from '../../../shared/domain/people/role-names.ts';
import { useAct } from '../../kit/act.ts';
import { Form, filled, flawAt, Summary, TextField } from '../../kit/form.tsx';
import { READ_BY } from '../../kit/people/person-name.tsx';
import { districtName } from '../../kit/places.ts';
import type { AskedCity } from '../opened.ts';
import { seatWords } from './who.tsx';

export type Seat = Output<'GET /scopes/{scope}/members'>['items'][number];

/** Whoever keeps the seats; the inspectorate reads who has one. */
export const mayAct = ({ kinds }: Pick<AskedCity, 'kinds'>): boolean => kinds.includes('city-admin');

/** An account has a number; its name is the seat's, as whoever seated them wrote it. */
export const whoIs = ({ me }: Pick<AskedCity, 'me'>, seat: Pick<Seat, 'person' | 'personName'>) => (
  <span title={`Akun ${seat.person}`}>
    {me?.person === seat.person ? <b>Anda</b> : <bdi>{seatWords(seat)}</bdi>}
    {me?.person === seat.person && seat.personName && (
      <small>
        <bdi>{seat.personName}</bdi>
      </small>
    )}
  </span>
);

/** Writes or changes the name of a seat, folded until wanted: it is told to colleagues, never to the public. */
export const NameSeat = ({
  asked,
  seat,
}: {
  readonly asked: Pick<AskedCity, 'call' | 'again'>;
  readonly seat: Seat;
}) => {
  const { scope, person, role, personName } = seat;
  // Each seat's field has an id of its own: a label leads to the first of two alike.
  const field = `nama-${scope}-${person}`;
  const act = useAct();
  const write = (form: HTMLFormElement) =>
    act.run(async () => {
      const body = { role, personName: filled(form)[field] ?? '' };
      await asked.call('PUT /scopes/{scope}/members/{person}', { params: { scope, person }, body });
      asked.again();
    });
  return (
    <details>
      <summary>{personName ? 'Ubah nama' : 'Tulis nama'}</summary>
      {act.refusal && <Summary refusal={act.refusal} />}
      <Form onSubmit={write}>
        <TextField
          label="Nama petugas"
          name={field}
          value={personName ?? ''}
          required
          maxLength={60}
          help={READ_BY}
          flaw={flawAt(act.refusal, '/personName')}
        />
        <button class="line" type="submit" disabled={act.busy}>
          Simpan nama
        </button>
      </Form>
    </details>
  );
};

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
              {whoIs(asked, seat)} sebagai {roleOf(asked, seat)}
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
