import { useState } from 'preact/hooks';
import type { Output } from '../../../shared/contract.ts';
import { CONFIRMATION, WAIT_DAYS } from '../../../shared/domain/people/erasure-terms.ts';
import type { Call } from '../../entry/client.ts';
import { useAct } from '../../kit/act.ts';
import { BottomBar } from '../../kit/bottom-bar.tsx';
import { localTime } from '../../kit/days.ts';
import { Form, Summary } from '../../kit/form.tsx';
import { Main } from '../../kit/page.tsx';
import { PageTop } from '../../kit/page-top.tsx';
import { TypedWord, typedWord } from '../../kit/typed-word.tsx';

export type Erasure = Output<'GET /me/erasure'>;

type Hindering = Pick<Erasure, 'obstacles'> & { readonly busy: boolean; readonly onLeave: (scope: string) => void };
const Obstacles = ({ obstacles, busy, onLeave }: Hindering) => (
  <section>
    <h2>Selesaikan dulu ({obstacles.length})</h2>
    <ul class="stackd">
      {obstacles.map(({ what, mend, link, scope }) => (
        <li key={what + link} class="block">
          <p>
            <b>
              <bdi>{what}</bdi>
            </b>
          </p>
          <p>{mend}</p>
          <div class="acts">
            <a class="line" href={link}>
              Buka
            </a>
            {scope && (
              <button class="line" type="button" disabled={busy} onClick={() => onLeave(scope)}>
                Lepaskan peran
              </button>
            )}
          </div>
        </li>
      ))}
    </ul>
  </section>
);

const Lists = ({ goes, stays, signIn }: Pick<Erasure, 'goes' | 'stays' | 'signIn'>) => (
  <>
    <section class="block">
      <h2>Yang dihapus</h2>
      <ul class="stackd">
        {goes.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </section>
    <section class="block">
      <h2>Yang tetap, dan sebabnya</h2>
      <ul class="stackd">
        {stays.map(({ what, reason, until }) => (
          <li key={what}>
            <p>{what}.</p>
            <p class="small quiet">
              {reason}
              {until && <b> Sampai {until}.</b>}
            </p>
          </li>
        ))}
      </ul>
      <p class="small quiet">{signIn}</p>
    </section>
  </>
);

/** Everything an account keeps of its person goes in three days: what that means, what is in its way, and the way back. */
export const ErasurePage = ({ call, first }: { readonly call: Call; readonly first: Erasure }) => {
  const [erasure, setErasure] = useState(first);
  const act = useAct();
  const { person, state, dueAt, obstacles } = erasure;
  const ask = (form: HTMLFormElement) =>
    act.run(async () => {
      const confirm = typedWord(form);
      setErasure(await call('POST /me/erasure', { body: { confirm: confirm as typeof CONFIRMATION } }));
    });
  const leave = (scope: string) => {
    if (!confirm('Lepaskan peran ini? Untuk kembali, Anda harus diundang lagi.')) return;
    void act.run(async () => {
      await call('DELETE /scopes/{scope}/members/{person}', { params: { scope, person } });
      setErasure(await call('GET /me/erasure'));
    });
  };
  const takeBack = () =>
    act.run(async () => {
      await call('DELETE /me/erasure');
      setErasure(await call('GET /me/erasure'));
    });
  return (
    <>
      <PageTop title="Hapus akun saya" back="/akun/" />
      <Main>
        {act.refusal && <Summary refusal={act.refusal} />}
        {state === 'waiting' && dueAt && (
          <section class="say waiting" role="status">
            <h2>Dihapus mulai {localTime(dueAt)}</h2>
            <p>Sampai saat itu Anda bisa mengambilnya kembali. Akun ini tidak bisa memesan atau menerima peran.</p>
            <button class="button" type="button" disabled={act.busy} onClick={takeBack}>
              Ambil kembali
            </button>
          </section>
        )}
        {state === 'begun' && (
          <section class="say waiting" role="status">
            <h2>Sedang dihapus</h2>
            <p>Ini tidak bisa diambil kembali. Sebentar lagi akun ini kosong.</p>
          </section>
        )}
        {obstacles.length > 0 && <Obstacles obstacles={obstacles} busy={act.busy} onLeave={leave} />}
        <Lists {...erasure} />
        {state === 'none' && obstacles.length === 0 && (
          <Form onSubmit={ask}>
            <p>
              Data dihapus {WAIT_DAYS} hari setelah Anda meminta. Sampai saat itu Anda bisa mengambilnya kembali di
              halaman ini.
            </p>
            <TypedWord word={CONFIRMATION} to="meminta" refusal={act.refusal} />
            <button class="button" type="submit" disabled={act.busy}>
              Hapus data saya
            </button>
          </Form>
        )}
      </Main>
      <BottomBar at="akun" />
    </>
  );
};
