import { useState } from 'preact/hooks';
import type { Output } from '../../../shared/contract.ts';
import { roleNames } from '../../../shared/domain/people/role-names.ts';
import type { Call } from '../../entry/client.ts';
import { useAct } from '../../kit/act.ts';
import { Summary } from '../../kit/form.tsx';

export type Invitation = Output<'GET /me/invitations'>['items'][number];

/** Roles that others offer: each is mine only when I say so. */
export const Invitations = ({ call, first }: { call: Call; first: readonly Invitation[] }) => {
  const [waiting, setWaiting] = useState(first);
  const act = useAct();
  const answer = ({ scope }: Invitation, yes: boolean) =>
    act.run(async () => {
      const params = { scope };
      if (yes) await call('POST /me/invitations/{scope}/accept', { params });
      else await call('DELETE /me/invitations/{scope}', { params });
      setWaiting(waiting.filter((one) => one.scope !== scope));
      if (yes) location.reload();
    });
  if (waiting.length === 0) return null;
  return (
    <section>
      <h2>Undangan ({waiting.length})</h2>
      {act.refusal && <Summary refusal={act.refusal} />}
      <ul class="stackd">
        {waiting.map((invitation) => (
          <li key={invitation.scope} class="block">
            <p>
              Menjadi <b>{roleNames[invitation.role] ?? invitation.role}</b> di{' '}
              <b>
                <bdi>{invitation.name}</bdi>
              </b>
              ?
            </p>
            <div class="acts">
              <button class="button" type="button" disabled={act.busy} onClick={() => answer(invitation, true)}>
                Terima peran
              </button>
              <button class="line" type="button" disabled={act.busy} onClick={() => answer(invitation, false)}>
                Tolak
              </button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
};
