import { dateTime } from '../../../shared/domain/basics/wording.ts';
import type { People } from '../../../shared/domain/people/caller.ts';
import { roleNames } from '../../../shared/domain/people/role-names.ts';
import { type Act, useAct } from '../../kit/act.ts';
import { ConfirmDialog } from '../../kit/desk/confirm-dialog.tsx';
import { type Column, DataTable, More } from '../../kit/desk/data-table.tsx';
import { ViewTabs } from '../../kit/desk/view-tabs.tsx';
import { Summary } from '../../kit/form.tsx';
import { InvitationLinks } from '../../kit/people/invitation-links.tsx';
import { dasborAddress } from '../address.ts';
import type { AskedCity, Opened } from '../opened.ts';
import { openDistrictOfficers } from './district-officers.tsx';
import { cityRoles, InviteForm } from './invite-form.tsx';
import { Invited, mayAct, NameSeat, type Seat, whoIs } from './seat-parts.tsx';
import { Who } from './who.tsx';

type ActsProps = { readonly asked: AskedCity; readonly seat: Seat; readonly act: Act };
const SeatActs = ({ asked, seat, act }: ActsProps) => {
  const { call, me, place, again } = asked;
  const { person, role } = seat;
  const params = { scope: `city:${place.code}`, person };
  const own = me?.person === person;
  const other = role === 'inspectorate' ? 'city-admin' : 'inspectorate';
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
      <NameSeat asked={asked} seat={seat} />
    </div>
  );
};

type Props = {
  readonly asked: AskedCity;
  readonly held: readonly Seat[];
  readonly waiting: readonly Seat[];
  readonly next: string | null;
  readonly people: People;
};
const CityPeople = ({ asked, held, waiting, next, people }: Props) => {
  const { call, place, query } = asked;
  const act = useAct();
  const acts = mayAct(asked);
  const columns: readonly Column<Seat>[] = [
    { name: 'Petugas', show: (seat) => whoIs(asked, seat) },
    { name: 'Peran', show: ({ role }) => roleNames[role] ?? role },
    { name: 'Sejak', show: ({ grantedAt }) => dateTime(grantedAt, place.city.zone) },
    { name: 'Diberi oleh', show: ({ grantedBy }) => <Who reader={asked} person={grantedBy} people={people} /> },
    ...(acts
      ? [
          {
            name: 'Ubah',
            show: (seat: Seat) => <SeatActs asked={asked} seat={seat} act={act} />,
          } satisfies Column<Seat>,
        ]
      : []),
  ];
  return (
    <>
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
      {acts && (
        <>
          <h2>Undang petugas</h2>
          <InvitationLinks call={call} scope={`city:${place.code}`} name={place.name} roles={cityRoles} />
          <InviteForm
            asked={asked}
            scope={`city:${place.code}`}
            roles={cityRoles}
            help="Nomor akun orangnya di Pasar Rata. Peran baru berlaku setelah ia menerima undangan di halaman Akun."
          />
        </>
      )}
    </>
  );
};

const openCityPeople = async (asked: AskedCity) => {
  const { call, place, query } = asked;
  const [params, cursor] = [{ scope: `city:${place.code}` }, query['lanjut']];
  const [held, invited] = await Promise.all([
    call('GET /scopes/{scope}/members', { params, query: { limit: 50, ...(cursor ? { cursor } : {}) } }),
    call('GET /scopes/{scope}/members', { params, query: { state: 'invited', limit: 50 } }),
  ]);
  return <CityPeople asked={asked} held={held.items} waiting={invited.items} next={held.next} people={held.people} />;
};

/** Who acts and who reads for the city or one of its districts, and how somebody comes to it or leaves it. */
export const openPeople = async (asked: AskedCity): Promise<Opened> => {
  const { place, query, linkTo } = asked;
  const inDistricts = query['lihat'] === 'kecamatan';
  const shown = inDistricts ? await openDistrictOfficers(asked) : await openCityPeople(asked);
  const [city, districts] = [dasborAddress('petugas', place), dasborAddress('petugas', place, { lihat: 'kecamatan' })];
  const trail = linkTo('jejak');
  const page = (
    <>
      <h1>Petugas</h1>
      <p>
        Admin kota memutuskan. Inspektorat membaca dan tidak mengubah apa pun. Pendamping melatih usaha di programnya.
        Petugas kecamatan mendatangi usaha di kecamatannya. {trail && <a href={trail}>Lihat jejak keputusan</a>}
      </p>
      <ViewTabs
        label="Petugas"
        at={inDistricts ? districts : city}
        views={[
          { name: 'Kota', to: city },
          { name: 'Kecamatan', to: districts },
        ]}
      />
      {shown}
    </>
  );
  return { title: 'Petugas', page };
};
