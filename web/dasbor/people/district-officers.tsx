import { dateTime } from '../../../shared/domain/basics/wording.ts';
import type { People } from '../../../shared/domain/people/caller.ts';
import { useAct } from '../../kit/act.ts';
import { ConfirmDialog } from '../../kit/desk/confirm-dialog.tsx';
import { type Column, DataTable, More } from '../../kit/desk/data-table.tsx';
import { FilterBar } from '../../kit/desk/filter-bar.tsx';
import { Summary } from '../../kit/form.tsx';
import { Notice } from '../../kit/page.tsx';
import { InvitationLinks } from '../../kit/people/invitation-links.tsx';
import { districtName } from '../../kit/places.ts';
import { dasborAddress, HOME } from '../address.ts';
import { districtFilter } from '../districts.ts';
import type { AskedCity } from '../opened.ts';
import { InviteForm } from './invite-form.tsx';
import { districtOfSeat, Invited, mayAct, NameSeat, type Seat, whoIs } from './seat-parts.tsx';
import { Who } from './who.tsx';

type ListProps = {
  readonly asked: AskedCity;
  readonly held: readonly Seat[];
  readonly people: People;
  readonly district: string | undefined;
};
const Officers = ({ asked, held, people, district }: ListProps) => {
  const { call, place, again } = asked;
  const act = useAct();
  const revoke = ({ scope, person }: Seat) =>
    act.run(async () => {
      await call('DELETE /scopes/{scope}/members/{person}', { params: { scope, person } });
      again();
    });
  const columns: readonly Column<Seat>[] = [
    { name: 'Kecamatan', show: (seat) => districtOfSeat(asked, seat) },
    { name: 'Petugas', show: (seat) => whoIs(asked, seat) },
    { name: 'Sejak', show: ({ grantedAt }) => dateTime(grantedAt, place.city.zone) },
    { name: 'Diberi oleh', show: ({ grantedBy }) => <Who reader={asked} person={grantedBy} people={people} /> },
    ...(mayAct(asked)
      ? [
          {
            name: 'Ubah',
            show: (seat: Seat) => (
              <div class="acts">
                <ConfirmDialog
                  name="Cabut peran"
                  text="Orang ini langsung tidak membaca kecamatan itu lagi. Usaha yang ia tangani tetap tercatat; serahkan ke petugas lain."
                  onSend={() => revoke(seat)}
                  disabled={act.busy}
                />
                <NameSeat asked={asked} seat={seat} />
              </div>
            ),
          } satisfies Column<Seat>,
        ]
      : []),
  ];
  if (held.length === 0)
    return (
      <Notice
        title={district ? 'Belum ada petugas di kecamatan ini' : 'Belum ada petugas kecamatan'}
        text="Petugas kecamatan membaca dan mendatangi usaha di kecamatannya saja."
      />
    );
  return (
    <>
      {act.refusal && <Summary refusal={act.refusal} />}
      <DataTable
        caption={`Petugas kecamatan di ${place.name}.`}
        columns={columns}
        rows={held}
        keyOf={({ scope, person }) => scope + person}
      />
    </>
  );
};

const Invite = ({ asked, district }: { asked: AskedCity; district: string | undefined }) => {
  const { call, place } = asked;
  if (district === undefined)
    return <p class="quiet">Pilih kecamatan di atas, lalu undang petugasnya. Satu orang boleh memegang beberapa.</p>;
  const [scope, roles] = [`district:${district}`, ['district-officer'] as const];
  const name = `Kecamatan ${districtName(place.city, district)}, ${place.name}`;
  return (
    <>
      <h2>Undang petugas kecamatan</h2>
      <InvitationLinks key={scope} call={call} scope={scope} name={name} roles={roles} />
      <InviteForm
        key={`akun ${scope}`}
        asked={asked}
        scope={scope}
        roles={roles}
        help="Nomor akun orangnya di Pasar Rata. Peran baru berlaku setelah ia menerima undangan di halaman Akun."
      />
    </>
  );
};

const onlyOf = ([first, ...others]: AskedCity['place']['city']['districts']) =>
  others.length === 0 ? first?.code : undefined;

/** Who goes to the shops of which district, and how somebody comes to do so. */
export const openDistrictOfficers = async (asked: AskedCity) => {
  const { call, place, query } = asked;
  const { districts } = place.city;
  const district = districts.find(({ code }) => code === query['kecamatan'])?.code;
  const cursor = query['lanjut'];
  const read = (state: Seat['state']) => {
    const asking = { state, limit: 50, ...(cursor && state === 'held' ? { cursor } : {}) };
    return district === undefined
      ? call('GET /cities/{city}/district-officers', { params: { city: place.code }, query: asking })
      : call('GET /scopes/{scope}/members', { params: { scope: `district:${district}` }, query: asking });
  };
  const [held, invited] = await Promise.all([read('held'), read('invited')]);
  const at = (lanjut?: string) => dasborAddress('petugas', place, { lihat: 'kecamatan', kecamatan: district, lanjut });
  return (
    <>
      <FilterBar
        action={`${HOME}petugas`}
        keep={{ kota: place.code, lihat: 'kecamatan' }}
        clear={dasborAddress('petugas', place, { lihat: 'kecamatan' })}
        filters={districtFilter(districts, district)}
      />
      <Officers asked={asked} held={held.items} people={held.people} district={district} />
      {(held.next || cursor) && (
        <More of="petugas" next={held.next ? at(held.next) : undefined} first={cursor ? at() : undefined} />
      )}
      <Invited asked={asked} waiting={invited.items} />
      {mayAct(asked) && <Invite asked={asked} district={district ?? onlyOf(districts)} />}
    </>
  );
};
