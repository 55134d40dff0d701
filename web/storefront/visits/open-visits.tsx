import type { ComponentChild } from 'preact';
import { type Call, client } from '../../entry/client.ts';
import { lastPerson, personOf, type Session } from '../../entry/session.ts';
import { Main, Notice } from '../../kit/page.tsx';
import { PageTop } from '../../kit/page-top.tsx';
import { type Kept, keptBy, type Taken, takeAlong, takenBy } from './phone-store.ts';
import { VisitForm } from './visit-form.tsx';
import { VisitsPage } from './visits-page.tsx';

type Asked = { readonly session: Session | undefined; readonly rest: string; readonly onSignIn: () => void };

/** Everything somebody is to visit, as the market says now, taken along on this device; what was taken before where it is silent. */
const takeNow = async (call: Call, person: string): Promise<readonly Taken[]> => {
  try {
    const { items } = await call('GET /me/visits', { query: { limit: 100 } });
    await takeAlong(person, items);
    return items;
  } catch {
    return takenBy(person);
  }
};

const NoStore = () => (
  <>
    <PageTop title="Kunjungan" />
    <Main>
      <Notice
        alone
        wrong
        title="HP ini tidak bisa menyimpan catatan"
        text="Matikan mode penyamaran di peramban, atau kosongkan ruang HP, lalu buka lagi."
      />
    </Main>
  </>
);

/**
 * The visits of whoever is or was signed in here: without a line a session may run out on the way, and what they took along
 * and wrote down is there all the same. Undefined where nobody is known.
 */
export const openVisits = async ({ session, rest, onSignIn }: Asked): Promise<ComponentChild | undefined> => {
  const person = session ? personOf(session.token) : lastPerson();
  if (person === undefined) return undefined;
  let kept: readonly Kept[];
  let taken: readonly Taken[];
  try {
    kept = await keptBy(person);
    taken = session ? await takeNow(client('/api', session.token), person) : await takenBy(person);
  } catch {
    return <NoStore />;
  }
  const visit = taken.find(({ visitId }) => visitId === rest);
  const draft = kept.find(({ visitId, body, sentAt }) => visitId === rest && body === null && sentAt === null);
  if (visit) return <VisitForm person={person} visit={visit} begun={draft} />;
  return <VisitsPage person={person} signedIn={session !== undefined} taken={taken} kept={kept} onSignIn={onSignIn} />;
};
