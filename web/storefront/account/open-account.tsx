import { type Call, client } from '../../entry/client.ts';
import { loadMe, partnersOf } from '../../entry/me.ts';
import { type Session, signOut } from '../../entry/session.ts';
import { setUnread } from '../../entry/unread.ts';
import { given } from '../../kit/address.ts';
import { BottomBar } from '../../kit/bottom-bar.tsx';
import { show, showRefusal } from '../../kit/show.tsx';
import { askToSignIn, enter, leave, named } from '../signing-in.tsx';

type Signed = {
  readonly call: Call;
  readonly session: Session;
  readonly query: Partial<Record<string, string>>;
};

/** The account itself; `trouble` says why somebody is not signed in. */
export const openAccount = async (session: Session | undefined, trouble?: string): Promise<void> => {
  const { AccountPage } = await import('./account-page.tsx');
  const call = client('/api', session?.token);
  const [me, invitations, unread] = session
    ? await Promise.all([
        loadMe(call).catch(() => undefined),
        call('GET /me/invitations').then(
          ({ items }) => items,
          () => [],
        ),
        call('GET /me/notices/count').then(
          (count) => count.unread,
          () => 0,
        ),
      ])
    : [undefined, [], 0];
  setUnread(unread);
  const person = { session, me, unread, trouble, onSignIn: enter, onSignOut: leave(signOut) };
  show(named('Akun'), <AccountPage call={call} invitations={invitations} {...person} />);
};

const openPartner = async (asked: Signed): Promise<void> => {
  const { call, session, query } = asked;
  const [{ PartnerPage, loadPartner }, { loadCities }, me] = await Promise.all([
    import('../partners/partner-page.tsx'),
    import('../../kit/places.ts'),
    loadMe(call),
  ]);
  const seats = partnersOf(me);
  const seat = seats.find(({ partnerId }) => partnerId === query['mitra']) ?? seats[0];
  if (!seat) return openAccount(session);
  const [found, cities] = await Promise.all([loadPartner(call, seat.partnerId), loadCities(call)]);
  const again = () => void openPartner(asked).catch((error) => showRefusal(error, '/', <BottomBar at="akun" />));
  const page = { call, token: session.token, seats, found, cities, onDone: again };
  show(named(found.partner.brand), <PartnerPage {...page} />);
};

/** What stands behind an account: `rest` is the second word of the address. */
export const openAccountPage = async (session: Session | undefined, rest: string): Promise<void> => {
  const call = client('/api', session?.token);
  if (rest === 'undangan') {
    const { TakeLinkPage } = await import('./take-link-page.tsx');
    const how = { call: session && call, hash: location.hash, onSignIn: enter };
    return show(named('Undangan'), <TakeLinkPage {...how} />);
  }
  if (rest === 'lapor') {
    if (!session)
      return askToSignIn('Laporkan barang', 'Laporan dibaca dinas; nama Anda tidak disebut kepada penjual.');
    const { ReportGoodsPage } = await import('./report-goods-page.tsx');
    return show(named('Laporkan barang'), <ReportGoodsPage call={call} query={given(location.search)} />);
  }
  if (rest === 'lapor-ulasan') {
    if (!session)
      return askToSignIn('Laporkan ulasan', 'Laporan dibaca dinas; nama Anda tidak disebut kepada siapa pun.');
    const { ReportReviewPage } = await import('./report-review-page.tsx');
    return show(
      named('Laporkan ulasan'),
      <ReportReviewPage call={call} reviewId={given(location.search)['ulasan'] ?? ''} />,
    );
  }
  if (rest === 'hapus') {
    if (!session) return askToSignIn('Hapus akun saya', 'Masuk dulu, agar kami tahu akun yang mana.');
    const [{ ErasurePage }, first] = await Promise.all([import('./erasure-page.tsx'), call('GET /me/erasure')]);
    return show(named('Hapus akun saya'), <ErasurePage call={call} first={first} />);
  }
  if (rest === 'asn') {
    if (!session) return askToSignIn('Belanja ASN', 'Masuk dulu, lalu bergabung dengan NIP Anda.');
    const [{ CivilServantPage }, first, { items: cities }] = await Promise.all([
      import('../targets/civil-servant-page.tsx'),
      call('GET /me/civil-servant'),
      call('GET /cities', { query: { limit: 100 } }),
    ]);
    return show(
      named('Belanja ASN'),
      <CivilServantPage call={call} token={session.token} first={first} cities={cities} />,
    );
  }
  if (rest === 'mitra') {
    if (!session) return askToSignIn('Mitra', 'Masuk dengan akun orang mitra.');
    return openPartner({ call, session, query: given(location.search) });
  }
  if (rest === 'pengaduan') {
    const [{ ComplaintPage }, { loadCities }] = await Promise.all([
      import('../complaints/complaint-page.tsx'),
      import('../../kit/places.ts'),
    ]);
    const cities = await loadCities(call);
    return show(named('Pengaduan'), <ComplaintPage call={call} cities={cities} asked={given(location.search).kota} />);
  }
  await openAccount(session);
};
