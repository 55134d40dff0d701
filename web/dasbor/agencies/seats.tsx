import type { Output } from '../../../shared/contract.ts';
import { roleNames } from '../../../shared/domain/people/role-names.ts';
import { useAct } from '../../kit/act.ts';
import { localTime } from '../../kit/days.ts';
import { ConfirmDialog } from '../../kit/desk/confirm-dialog.tsx';
import { DataTable } from '../../kit/desk/data-table.tsx';
import { Summary } from '../../kit/form.tsx';
import type { AskedCity } from '../opened.ts';
import { InviteForm } from '../people/invite-form.tsx';
import { NameSeat, whoIs } from '../people/seat-parts.tsx';

export type Seat = Output<'GET /scopes/{scope}/members'>['items'][number];
const roles = ['approver', 'buyer', 'treasurer'] as const;

const since = ({ state, grantedAt, expiresAt }: Seat): string =>
  state === 'held'
    ? `sejak ${localTime(grantedAt)}`
    : `diundang, belum menjawab; berlaku sampai ${localTime(expiresAt ?? '')}`;

type Props = { readonly asked: AskedCity; readonly scope: string; readonly seats: readonly Seat[] };
/** Who works in an office or is invited to; the city seats and unseats them. */
export const Seats = ({ asked, scope, seats }: Props) => {
  const { call, again } = asked;
  const act = useAct();
  const remove = ({ person }: Seat) =>
    act.run(async () => {
      await call('DELETE /scopes/{scope}/members/{person}', { params: { scope, person } });
      again();
    });
  return (
    <>
      {act.refusal && <Summary refusal={act.refusal} />}
      {seats.length === 0 ? (
        <p class="quiet">Belum ada petugas. Undang PPK lebih dulu; PPK menunjuk yang lain.</p>
      ) : (
        <DataTable
          caption="Siapa bertindak untuk dinas ini."
          rows={seats}
          keyOf={({ person, state }) => person + state}
          columns={[
            { name: 'Petugas', show: (seat) => whoIs(asked, seat) },
            { name: 'Peran', show: ({ role }) => roleNames[role] ?? role },
            { name: 'Keadaan', show: since },
            {
              name: 'Tindakan',
              show: (seat) => (
                <div class="acts">
                  <ConfirmDialog
                    name={seat.state === 'held' ? 'Cabut peran' : 'Tarik undangan'}
                    text={
                      seat.state === 'held'
                        ? 'Orang ini langsung tidak bisa bertindak untuk dinas ini.'
                        : 'Undangan ini langsung tidak berlaku.'
                    }
                    disabled={act.busy}
                    onSend={() => remove(seat)}
                  />
                  {seat.state === 'held' && <NameSeat asked={asked} seat={seat} />}
                </div>
              ),
            },
          ]}
        />
      )}
      <InviteForm
        asked={asked}
        scope={scope}
        roles={roles}
        help="Ada di halaman Akun orangnya. PPK diundang dengan cara ini, tidak lewat tautan."
      />
    </>
  );
};
