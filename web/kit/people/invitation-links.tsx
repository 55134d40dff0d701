import { useState } from 'preact/hooks';
import type { Output } from '../../../shared/contract.ts';
import { whatsApp } from '../../../shared/domain/basics/wording.ts';
import { roleNames } from '../../../shared/domain/people/role-names.ts';
import type { Call } from '../../entry/client.ts';
import { useAct } from '../act.ts';
import { localTime } from '../days.ts';
import { Form, filled, flawAt, SelectField, Summary } from '../form.tsx';
import { PersonNameField } from './person-name.tsx';

type Link = Output<'GET /scopes/{scope}/invitation-links'>['items'][number];
type Role = Link['role'];
/** A link is told once: who closes the page makes another. */
type Fresh = { readonly address: string; readonly role: Role; readonly linkId: string };

type Props = {
  readonly call: Call;
  readonly scope: string;
  /** What the place is called. */
  readonly name: string;
  readonly roles: readonly Role[];
};

/** The token stands behind a #, so that no server and no log on the way sees it. */
const addressOf = (scope: string, token: string): string =>
  `${location.origin}/akun/undangan#${new URLSearchParams({ tempat: scope, kunci: token })}`;

const FreshLink = ({ fresh, name }: { fresh: Fresh; name: string }) => {
  const [copied, setCopied] = useState(false);
  const text = `Anda diundang menjadi ${roleNames[fresh.role]} ${name} di Pasar Rata. Buka tautan ini, lalu masuk dengan akun Anda: ${fresh.address}`;
  return (
    <div class="say">
      <p>
        Tautan untuk satu orang, berlaku 3 hari. Siapa pun yang membukanya lebih dulu menjadi{' '}
        <b>{roleNames[fresh.role]}</b>; kirim hanya ke orangnya. Tautan ini hanya tampil sekarang.
      </p>
      <p class="code">{fresh.address}</p>
      <div class="acts">
        <a class="button" href={whatsApp(text)} target="_blank" rel="noopener noreferrer">
          Kirim lewat WhatsApp
        </a>
        <button
          class="line"
          type="button"
          onClick={() => void navigator.clipboard.writeText(fresh.address).then(() => setCopied(true))}
        >
          Salin tautan
        </button>
      </div>
      <p role="status" class="small">
        {copied && 'Tautan tersalin.'}
      </p>
    </div>
  );
};

/** Calls somebody into a shop or an office without knowing their account: a link for one person, until it is taken. */
export const InvitationLinks = ({ call, scope, name, roles }: Props) => {
  const [links, setLinks] = useState<readonly Link[]>();
  const [fresh, setFresh] = useState<Fresh>();
  const act = useAct();
  const params = { scope };
  const read = async () =>
    setLinks((await call('GET /scopes/{scope}/invitation-links', { params, query: { limit: 50 } })).items);
  const make = (form: HTMLFormElement) =>
    act.run(async () => {
      const { role: chosen, namaPenerima } = filled(form);
      const role = (chosen ?? roles[0]) as Role;
      const body = { role, ...(namaPenerima ? { personName: namaPenerima } : {}) };
      const made = await call('POST /scopes/{scope}/invitation-links', { params, body });
      setFresh({ address: addressOf(scope, made.token), role, linkId: made.linkId });
      await read();
    });
  const withdraw = ({ linkId }: Link) =>
    act.run(async () => {
      await call('DELETE /scopes/{scope}/invitation-links/{linkId}', { params: { scope, linkId } });
      if (fresh?.linkId === linkId) setFresh(undefined);
      await read();
    });
  return (
    <details onToggle={() => links === undefined && void act.run(read)}>
      <summary>
        <span>Undang orang lewat tautan</span>
      </summary>
      {act.refusal && <Summary refusal={act.refusal} />}
      <Form onSubmit={make}>
        {roles.length > 1 && (
          <SelectField
            label="Sebagai"
            name="role"
            value={roles[0] ?? ''}
            choices={roles.map((role) => [role, roleNames[role] ?? role] as const)}
            flaw={flawAt(act.refusal, '/role')}
          />
        )}
        <PersonNameField name="namaPenerima" flaw={flawAt(act.refusal, '/personName')} />
        <button class="button" type="submit" disabled={act.busy}>
          {roles.length > 1 ? 'Buat tautan' : `Buat tautan untuk ${roleNames[roles[0] ?? ''] ?? ''}`}
        </button>
      </Form>
      {fresh && <FreshLink key={fresh.linkId} fresh={fresh} name={name} />}
      {links?.length === 0 && <p class="quiet">Tidak ada tautan yang menunggu.</p>}
      <ul class="plain">
        {links?.map((link) => (
          <li key={link.linkId} class="sum">
            <span>
              {link.personName && <bdi>{`${link.personName}: `}</bdi>}
              {roleNames[link.role]}, berlaku sampai {localTime(link.expiresAt)}
            </span>
            <button class="line" type="button" disabled={act.busy} onClick={() => withdraw(link)}>
              Tarik
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
};
