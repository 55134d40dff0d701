import { useState } from 'preact/hooks';
import type { Output, Sent } from '../../../shared/contract.ts';
import { roleNames } from '../../../shared/domain/people/role-names.ts';
import { useAct } from '../../kit/act.ts';
import { Form, filled, flawAt, SelectField, Summary, TextField } from '../../kit/form.tsx';
import { PersonNameField } from '../../kit/people/person-name.tsx';
import type { AskedCity } from '../opened.ts';
import { seatWords } from './who.tsx';

/** The roles of a city, the one that changes nothing first: it is given more freely. */
export const cityRoles = ['inspectorate', 'mentor', 'field-officer', 'city-admin'] as const;

type Seat = Output<'PUT /scopes/{scope}/members/{person}'>;
type Role = Sent<'PUT /scopes/{scope}/members/{person}'>['body']['role'];
type Props = {
  readonly asked: Pick<AskedCity, 'call' | 'again'>;
  readonly scope: string;
  readonly roles: readonly Role[];
  /** Where the number is found, and what this way of inviting is for. */
  readonly help: string;
};
/** Who belongs here already is asked nothing: they have the role from now on, or had it. */
const toldOf = (seat: Seat): string => {
  const role = roleNames[seat.role] ?? seat.role;
  return seat.state === 'held'
    ? `${seatWords(seat)} sudah punya peran di sini; perannya ${role}.`
    : `${seatWords(seat)} diundang menjadi ${role}, dan menjawabnya di halaman Akun.`;
};

/** Invites somebody whose account is known: they hear of it in their account, and take the role or leave it. */
export const InviteForm = ({ asked: { call, again }, scope, roles, help }: Props) => {
  const act = useAct();
  const [told, setTold] = useState<string>();
  const invite = (form: HTMLFormElement) =>
    act.run(async () => {
      const { akun = '', peran, namaDiundang } = filled(form);
      const seat = await call('PUT /scopes/{scope}/members/{person}', {
        params: { scope, person: akun },
        body: { role: peran as Role, ...(namaDiundang ? { personName: namaDiundang } : {}) },
      });
      form.reset();
      setTold(toldOf(seat));
      again();
    });
  return (
    <details>
      <summary>
        <span>Undang lewat nomor akun</span>
      </summary>
      {act.refusal && <Summary refusal={act.refusal} />}
      <Form onSubmit={invite}>
        <TextField
          label="Nomor akun"
          name="akun"
          help={help}
          maxLength={128}
          required
          autocomplete="off"
          flaw={flawAt(act.refusal, '#/path/person')}
        />
        <PersonNameField name="namaDiundang" flaw={flawAt(act.refusal, '/personName')} />
        <SelectField
          label="Menjadi"
          name="peran"
          choices={roles.map((role) => [role, roleNames[role] ?? role] as const)}
          flaw={flawAt(act.refusal, '/role')}
        />
        <button class="button" type="submit" disabled={act.busy}>
          Undang
        </button>
        <p role="status">{told}</p>
      </Form>
    </details>
  );
};
