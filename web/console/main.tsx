import { client, Refusal } from '../entry/client.ts';
import {
  clearDevice,
  completeSignIn,
  currentSession,
  isReturning,
  type Session,
  signIn,
  signOut,
} from '../entry/session.ts';
import { wearAccent } from '../kit/accent.ts';
import { rememberCity } from '../kit/address.ts';
import { Main, Notice } from '../kit/page.tsx';
import { show, showRefusal } from '../kit/show.tsx';
import { ConsolePage, ConsoleTop } from './console-page.tsx';
import { type Loaded, loadConsole } from './load.ts';
import { wantedOf } from './wanted.ts';

const HOME = '/console/';
const leave = (going: () => Promise<void>) => () => void going().catch((error) => showRefusal(error, HOME));

/** Loads as who is signed in; a token that is no longer good is forgotten, and the public page is shown. */
const load = async (
  session: Session | undefined,
): Promise<{ session: Session | undefined; loaded: Loaded | undefined }> => {
  const wanted = wantedOf(location.search);
  try {
    return { session, loaded: await loadConsole(client('/api', session?.token), session !== undefined, wanted) };
  } catch (error) {
    if (!session || !(error instanceof Refusal) || error.status !== 401) throw error;
    clearDevice();
    return { session: undefined, loaded: await loadConsole(client('/api'), false, wanted) };
  }
};

const open = async (): Promise<void> => {
  // The issuer knows the address with its last slash; the one without it is the same page.
  if (!location.pathname.endsWith('/')) history.replaceState(null, '', HOME + location.search + location.hash);
  const returned = isReturning(location.search) ? await completeSignIn(Date.now()) : undefined;
  const trouble = returned && 'problem' in returned ? returned.problem : undefined;
  if (returned && 'back' in returned) history.replaceState(null, '', returned.back);
  const { session, loaded } = await load(currentSession(Date.now()));
  const person = { session, onSignIn: leave(signIn), onSignOut: leave(signOut) };
  if (!loaded)
    return show(
      'Dasbor Kota · Pasar Rata',
      <>
        <ConsoleTop name="Pasar Rata" {...person} />
        <Main>
          <Notice
            alone
            title="Belum ada kota di pasar ini"
            text="Begitu sebuah kota membuka pasarnya, angkanya muncul di sini."
          />
        </Main>
      </>,
    );
  wearAccent(loaded.city.accent);
  rememberCity(loaded.city.cityCode);
  show(
    `${loaded.snapshot?.sentence ?? 'Dasbor Kota'} · ${loaded.city.name}`,
    <ConsolePage loaded={loaded} wanted={wantedOf(location.search)} trouble={trouble} {...person} />,
  );
  // What the address points at did not exist when the browser looked for it.
  if (location.hash.length > 1) document.getElementById(location.hash.slice(1))?.scrollIntoView();
};

await open().catch((error) => showRefusal(error, HOME));
