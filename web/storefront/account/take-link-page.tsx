import { useState } from 'preact/hooks';
import type { Output } from '../../../shared/contract.ts';
import { roleNames } from '../../../shared/domain/people/role-names.ts';
import type { Call } from '../../entry/client.ts';
import { useAct } from '../../kit/act.ts';
import { given } from '../../kit/address.ts';
import { BottomBar } from '../../kit/bottom-bar.tsx';
import { Summary } from '../../kit/form.tsx';
import { Main, Notice } from '../../kit/page.tsx';
import { PageTop } from '../../kit/page-top.tsx';

type Seat = Output<'POST /me/invitation-links/accept'>;
type Props = {
  /** Undefined while nobody is signed in. */
  readonly call: Call | undefined;
  /** What stands behind the # of the link. */
  readonly hash: string;
  readonly onSignIn: () => void;
};

const homeOf = ({ scope }: Seat): readonly [path: string, name: string] => {
  const id = scope.slice(scope.indexOf(':') + 1);
  if (scope.startsWith('merchant:')) return [`/toko-saya/?toko=${id}`, 'Buka Toko saya'];
  if (scope.startsWith('agency:')) return [`/kantor/?dinas=${id}`, 'Buka Kantor'];
  if (scope.startsWith('partner:')) return [`/akun/mitra?mitra=${id}`, 'Buka halaman mitra'];
  return ['/akun/', 'Buka Akun'];
};

/** Takes the role that a link offers: nothing happens before the person says so, and only once. */
export const TakeLinkPage = ({ call, hash, onSignIn }: Props) => {
  const [seat, setSeat] = useState<Seat>();
  const act = useAct();
  const { tempat: scope, kunci: token } = given(hash.replace(/^#/, ''));
  const take = (as: Call, link: { scope: string; token: string }) =>
    act.run(async () => {
      setSeat(await as('POST /me/invitation-links/accept', { body: link }));
      // Taken: the key is of no use any more, and stays in no history.
      history.replaceState(null, '', location.pathname);
    });
  const [path, name] = seat ? homeOf(seat) : ['/akun/', 'Buka Akun'];
  return (
    <>
      <PageTop title="Undangan" back="/akun/" />
      <Main>
        {act.refusal && <Summary refusal={act.refusal} />}
        {seat && (
          <Notice title={`Anda sekarang ${roleNames[seat.role] ?? seat.role}`} text={`Di ${seat.name}.`}>
            <a class="button" href={path}>
              {name}
            </a>
          </Notice>
        )}
        {!seat && (!scope || !token) && (
          <Notice title="Tautannya tidak lengkap" text="Buka lagi tautan undangan seperti yang Anda terima.">
            <a class="button" href={path}>
              {name}
            </a>
          </Notice>
        )}
        {!seat && scope && token && (
          <Notice
            title="Anda diundang bergabung"
            text={
              call
                ? 'Terima undangan ini dengan akun yang sedang masuk? Tautannya hanya bisa dipakai sekali.'
                : 'Masuk dulu. Sesudah itu Anda kembali ke halaman ini dan menerima undangannya.'
            }
          >
            {call ? (
              <button class="button" type="button" disabled={act.busy} onClick={() => take(call, { scope, token })}>
                {act.busy ? 'Menerima…' : 'Terima undangan'}
              </button>
            ) : (
              <button class="button" type="button" onClick={onSignIn}>
                Masuk
              </button>
            )}
          </Notice>
        )}
      </Main>
      <BottomBar at="akun" />
    </>
  );
};
