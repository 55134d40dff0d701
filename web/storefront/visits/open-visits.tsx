import type { ComponentChild } from 'preact';
import { type Call, client } from '../../entry/client.ts';
import { lastPerson, personOf, type Session } from '../../entry/session.ts';
import { Main, Notice } from '../../kit/page.tsx';
import { PageTop } from '../../kit/page-top.tsx';
import { forgetSent, type Kept, keptBy, stageOf, type Taken, takeAlong, takenBy } from './phone-store.ts';
import { VisitForm } from './visit-form.tsx';
import { VisitsPage } from './visits-page.tsx';

type Asked = { readonly session: Session | undefined; readonly rest: string; readonly onSignIn: () => void };

/** A page of the market, and so many of them: more visits than anybody makes in weeks. */
const [PAGE, PAGES] = [100, 5];
/** Everything somebody is to visit, as the market says now, taken along on this device; what was taken before where it is silent. */
const takeNow = async (call: Call, person: string): Promise<readonly Taken[]> => {
  try {
    const visits: Taken[] = [];
    let cursor: string | undefined;
    for (let page = 0; page < PAGES; page++) {
      const { items, next } = await call('GET /me/visits', { query: { limit: PAGE, cursor } });
      visits.push(...items);
      if (next === null) break;
      cursor = next;
    }
    await takeAlong(person, visits);
    return visits;
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
  const call = session && client('/api', session.token);
  let kept: readonly Kept[];
  let taken: readonly Taken[];
  try {
    await forgetSent();
    kept = await keptBy(person);
    taken = call ? await takeNow(call, person) : await takenBy(person);
  } catch {
    return <NoStore />;
  }
  const own = kept.filter(({ visitId }) => visitId === rest);
  const draft = own.find((one) => stageOf(one) === 'draft');
  // A plan may be cancelled while somebody stands in the shop: what they began is theirs to end.
  const visit = taken.find(({ visitId }) => visitId === rest) ?? draft?.visit;
  if (visit && own.every((one) => stageOf(one) === 'draft'))
    return <VisitForm person={person} visit={visit} begun={draft} />;
  return <VisitsPage person={person} call={call} taken={taken} kept={kept} onSignIn={onSignIn} />;
};
