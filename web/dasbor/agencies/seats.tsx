import type { Output, Sent } from '../../../shared/contract.ts';
import { roleNames } from '../../../shared/domain/people/role-names.ts';
import { type Act, useAct } from '../../kit/act.ts';
import { localTime } from '../../kit/days.ts';
import { ConfirmDialog } from '../../kit/desk/confirm-dialog.tsx';
import { DataTable } from '../../kit/desk/data-table.tsx';
import { Form, filled, flawAt, SelectField, Summary, TextField } from '../../kit/form.tsx';
import type { AskedCity } from '../opened.ts';

export type Seat = Output<'GET /scopes/{scope}/members'>['items'][number];
type Role = Sent<'PUT /scopes/{scope}/members/{person}'>['body']['role'];
const roles: readonly Role[] = ['approver', 'buyer', 'treasurer'];

const since = ({ state, grantedAt, expiresAt }: Seat): string =>
  state === 'held'
    ? `sejak ${localTime(grantedAt)}`
    : `diundang, belum menjawab; berlaku sampai ${localTime(expiresAt ?? '')}`;

const Invite = ({ act, onInvite }: { act: Act; onInvite: (person: string, role: Role) => unknown }) => (
  <details>
    <summary>Undang lewat nomor akun</summary>
    <Form
      onSubmit={(form) => {
        const { akun = '', peran } = filled(form);
        return onInvite(akun, peran as Role);
      }}
    >
      <TextField
        label="Nomor akun"
        name="akun"
        help="Ada di halaman Akun orangnya. PPK diundang dengan cara ini, tidak lewat tautan."
        maxLength={128}
        required
        flaw={flawAt(act.refusal, '/person')}
      />
      <SelectField
        label="Menjadi"
        name="peran"
        value="approver"
        choices={roles.map((role) => [role, roleNames[role] ?? role] as const)}
        flaw={flawAt(act.refusal, '/role')}
      />
      <button class="button" type="submit" disabled={act.busy}>
        Undang
      </button>
    </Form>
  </details>
);

type Props = { readonly asked: AskedCity; readonly scope: string; readonly seats: readonly Seat[] };
/** Who works in an office or is invited to; the city seats and unseats them. */
export const Seats = ({ asked: { call, again }, scope, seats }: Props) => {
  const act = useAct();
  const invite = (person: string, role: Role) =>
    act.run(async () => {
      await call('PUT /scopes/{scope}/members/{person}', { params: { scope, person }, body: { role } });
      again();
    });
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
          caption="Orang tampil dengan nomor akunnya."
          rows={seats}
          keyOf={({ person, state }) => person + state}
          columns={[
            { name: 'Nomor akun', show: ({ person }) => <bdi class="code">{person}</bdi> },
            { name: 'Peran', show: ({ role }) => roleNames[role] ?? role },
            { name: 'Keadaan', show: since },
            {
              name: 'Tindakan',
              show: (seat) => (
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
              ),
            },
          ]}
        />
      )}
      <Invite act={act} onInvite={invite} />
    </>
  );
};
