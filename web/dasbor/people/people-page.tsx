import type { Output } from '../../../shared/contract.ts';
import { dateTime } from '../../../shared/domain/basics/wording.ts';
import { roleNames } from '../../../shared/domain/people/role-names.ts';
import { type Act, useAct } from '../../kit/act.ts';
import { ConfirmDialog } from '../../kit/desk/confirm-dialog.tsx';
import { type Column, DataTable, More } from '../../kit/desk/data-table.tsx';
import { Summary } from '../../kit/form.tsx';
import { InvitationLinks } from '../../kit/invitation-links.tsx';
import { dasborAddress } from '../address.ts';
import type { AskedCity, Opened } from '../opened.ts';
import { cityRoles, InviteForm } from './invite-form.tsx';

type Seat = Output<'GET /scopes/{scope}/members'>['items'][number];

/** An account has a number, and no name here: names are kept by whoever signs people in. */
const whoIs = ({ me }: AskedCity, person: string) =>
  me?.person === person ? (
    <b>Anda</b>
  ) : (
    <span>
      Akun <bdi>{person}</bdi>
    </span>
  );

type ActsProps = { readonly asked: AskedCity; readonly seat: Seat; readonly act: Act };
const SeatActs = ({ asked: { call, me, place, again }, seat: { person, role }, act }: ActsProps) => {
  const params = { scope: `city:${place.code}`, person };
  const own = me?.person === person;
  const other = cityRoles.find((one) => one !== role) ?? 'inspectorate';
  const take = () =>
    act.run(async () => {
      await call('DELETE /scopes/{scope}/members/{person}', { params });
      again();
    });
  const change = () =>
    act.run(async () => {
      await call('PUT /scopes/{scope}/members/{person}', { params, body: { role: other } });
      again();
    });
  return (
    <div class="acts">
      <ConfirmDialog
        name={`Jadikan ${roleNames[other]}`}
        text={
          other === 'inspectorate'
            ? 'Sejak saat ini orang ini membaca semuanya dan tidak mengubah apa pun.'
            : 'Sejak saat ini orang ini memutuskan untuk kota dan dapat mengundang petugas lain.'
        }
        onSend={change}
        disabled={act.busy}
      />
      <ConfirmDialog
        name={own ? 'Lepas peran saya' : 'Cabut peran'}
        text={
          own
            ? 'Anda langsung kehilangan peran di kota ini. Petugas lain harus mengundang Anda lagi.'
            : 'Orang ini langsung kehilangan perannya di kota ini.'
        }
        onSend={take}
        disabled={act.busy}
      />
    </div>
  );
};

const Invited = ({ asked, waiting }: { asked: AskedCity; waiting: readonly Seat[] }) => {
  const { call, place, again } = asked;
  const act = useAct();
  const withdraw = (person: string) =>
    act.run(async () => {
      await call('DELETE /scopes/{scope}/members/{person}', { params: { scope: `city:${place.code}`, person } });
      again();
    });
  if (waiting.length === 0) return null;
  return (
    <section aria-labelledby="menunggu-jawaban">
      <h2 id="menunggu-jawaban">Menunggu jawaban ({waiting.length})</h2>
      {act.refusal && <Summary refusal={act.refusal} />}
      <ul class="plain">
        {waiting.map(({ person, role, expiresAt }) => (
          <li key={person} class="sum">
            <span>
              {whoIs(asked, person)} sebagai {roleNames[role]}
              {expiresAt && <span class="quiet">, bisa dijawab sampai {dateTime(expiresAt, place.city.zone)}</span>}
            </span>
            <button class="line" type="button" disabled={act.busy} onClick={() => withdraw(person)}>
              Tarik undangan
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
};

type Props = {
  readonly asked: AskedCity;
  readonly held: readonly Seat[];
  readonly waiting: readonly Seat[];
  readonly next: string | null;
};
const PeoplePage = ({ asked, held, waiting, next }: Props) => {
  const { call, place, query, linkTo } = asked;
  const act = useAct();
  const trail = linkTo('jejak');
  const columns: readonly Column<Seat>[] = [
    { name: 'Petugas', show: ({ person }) => whoIs(asked, person) },
    { name: 'Peran', show: ({ role }) => roleNames[role] ?? role },
    { name: 'Sejak', show: ({ grantedAt }) => dateTime(grantedAt, place.city.zone) },
    { name: 'Diberi oleh', show: ({ grantedBy }) => whoIs(asked, grantedBy) },
    { name: 'Ubah', show: (seat) => <SeatActs asked={asked} seat={seat} act={act} /> },
  ];
  return (
    <>
      <h1>Petugas</h1>
      <p>
        Admin kota memutuskan. Inspektorat membaca dan tidak mengubah apa pun.{' '}
        {trail && <a href={trail}>Lihat jejak keputusan</a>}
      </p>
      {act.refusal && <Summary refusal={act.refusal} />}
      <DataTable caption={`Petugas ${place.name}.`} columns={columns} rows={held} keyOf={({ person }) => person} />
      {(next || query['lanjut']) && (
        <More
          of="petugas"
          next={next ? dasborAddress('petugas', place, { lanjut: next }) : undefined}
          first={query['lanjut'] ? dasborAddress('petugas', place) : undefined}
        />
      )}
      <Invited asked={asked} waiting={waiting} />
      <h2>Undang petugas</h2>
      <InvitationLinks call={call} scope={`city:${place.code}`} name={place.name} roles={cityRoles} />
      <InviteForm
        asked={asked}
        scope={`city:${place.code}`}
        roles={cityRoles}
        help="Nomor akun orangnya di Pasar Rata. Peran baru berlaku setelah ia menerima undangan di halaman Akun."
      />
    </>
  );
};

/** Who acts and who reads for the city, and how somebody comes to it or leaves it. */
export const openPeople = async (asked: AskedCity): Promise<Opened> => {
  const { call, place, query } = asked;
  const [params, cursor] = [{ scope: `city:${place.code}` }, query['lanjut']];
  const [held, invited] = await Promise.all([
    call('GET /scopes/{scope}/members', { params, query: { limit: 50, ...(cursor ? { cursor } : {}) } }),
    call('GET /scopes/{scope}/members', { params, query: { state: 'invited', limit: 50 } }),
  ]);
  const page = <PeoplePage asked={asked} held={held.items} waiting={invited.items} next={held.next} />;
  return { title: 'Petugas', page };
};
