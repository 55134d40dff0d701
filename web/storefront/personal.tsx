import { type Call, client, Refusal } from '../entry/client.ts';
import { homeOf, loadMe, officesOf, type Shop, shopsOf } from '../entry/me.ts';
import { completeSignIn, currentSession, isReturning, type Session } from '../entry/session.ts';
import { wearAccent } from '../kit/accent.ts';
import { given } from '../kit/address.ts';
import { BottomBar } from '../kit/bottom-bar.tsx';
import type { City } from '../kit/places.ts';
import { show, showRefusal } from '../kit/show.tsx';
import { today } from '../kit/today.ts';
import { openAccount, openAccountPage } from './account/open-account.tsx';
import { openCheck } from './open-check.tsx';
import { askToSignIn, enter, named } from './signing-in.tsx';

/* The pages of one person: orders, shop, office, account. One shell; each page's code comes when it is opened. */

const cityOf = async (call: Call, cityCode: string | undefined): Promise<City | undefined> => {
  if (!cityCode) return undefined;
  const city = await call('GET /cities/{city}', { params: { city: cityCode } }).catch(() => undefined);
  if (city) wearAccent(city.accent);
  return city;
};

type Open = {
  readonly call: Call;
  readonly session: Session;
  readonly rest: string;
  readonly query: Partial<Record<string, string>>;
};

const openOrders = async ({ call, session, rest }: Open): Promise<void> => {
  if (!rest) {
    const { OrdersPage } = await import('./orders/orders-page.tsx');
    const first = await call('GET /me/orders', { query: { limit: 50 } });
    return show(named('Pesanan saya'), <OrdersPage call={call} first={first} />);
  }
  const [{ OrderPage }, order, me] = await Promise.all([
    import('./orders/order-page.tsx'),
    call('GET /orders/{orderId}', { params: { orderId: rest } }),
    loadMe(call),
  ]);
  show(
    named('Pesanan'),
    <OrderPage call={call} session={session} me={me} order={order} city={await cityOf(call, order.cityCode)} />,
  );
};

const openMoney = async ({ call, session, query }: Open, shop: Shop): Promise<void> => {
  const params = { merchantId: shop.merchantId, month: query['bulan'] ?? today(shop.city).slice(0, 7) };
  const [{ MoneyPage }, statement] = await Promise.all([
    import('./shop/money-page.tsx'),
    call('GET /merchants/{merchantId}/statements/{month}', { params }),
  ]);
  show(named('Uang'), <MoneyPage token={session.token} shop={shop} statement={statement} />);
};

const openShopOrders = async ({ call }: Open, shop: Shop): Promise<void> => {
  const { readTab, ShopOrdersPage } = await import('./shop/shop-orders-page.tsx');
  // New ones and those to hand over stand on the page this is opened from.
  const opened = 'Dikirim';
  const first = { [opened]: await readTab(call, shop.merchantId, opened) };
  show(named('Pesanan toko'), <ShopOrdersPage call={call} shop={shop} first={first} opened={opened} />);
};

const openCapital = async ({ call }: Open, shop: Shop): Promise<void> => {
  const { CapitalPage, loadCapital } = await import('./capital/capital-page.tsx');
  show(named('Modal usaha'), <CapitalPage call={call} shop={shop} first={await loadCapital(call, shop)} />);
};

const openTraining = async ({ call }: Open, shop: Shop): Promise<void> => {
  const { loadTraining, TrainingPage } = await import('./programmes/training-page.tsx');
  show(named('Pelatihan'), <TrainingPage call={call} shop={shop} first={await loadTraining(call, shop)} />);
};

const openShop = async (asked: Open): Promise<void> => {
  const { call, session, query } = asked;
  const [{ ShopPage, loadShop }, me] = await Promise.all([import('./shop/shop-page.tsx'), loadMe(call)]);
  const shops = shopsOf(me);
  const shop = shops.find(({ merchantId }) => merchantId === query['toko']) ?? shops[0];
  if (!shop) return openRegister({ call });
  if (asked.rest === 'pesanan') return openShopOrders(asked, shop);
  if (asked.rest === 'uang') return openMoney(asked, shop);
  if (asked.rest === 'modal') return openCapital(asked, shop);
  if (asked.rest === 'pelatihan') return openTraining(asked, shop);
  const first = await loadShop(call, shop);
  show(named('Toko saya'), <ShopPage call={call} session={session} shops={shops} shop={shop} first={first} />);
};

const openRegister = async ({ call }: Pick<Open, 'call'>): Promise<void> => {
  const [{ RegisterPage }, { loadCities }] = await Promise.all([
    import('./shop/register-page.tsx'),
    import('../kit/places.ts'),
  ]);
  const cities = await loadCities(call);
  show(named('Jual di sini'), <RegisterPage call={call} cities={cities} />);
};

const openOffice = async ({ call, session, query }: Open): Promise<void> => {
  const [{ NoOffice, OfficePage }, { loadOfficeOrders }, me] = await Promise.all([
    import('./office/office-page.tsx'),
    import('./office/office-orders.tsx'),
    loadMe(call),
  ]);
  const seats = officesOf(me);
  const seat = seats.find(({ agencyId }) => agencyId === query['dinas']) ?? seats[0];
  if (!seat) return show(named('Kantor'), <NoOffice />);
  const [agency, first] = await Promise.all([
    call('GET /agencies/{agencyId}', { params: { agencyId: seat.agencyId } }),
    loadOfficeOrders(call, seat.agencyId),
  ]);
  const city = await cityOf(call, agency.cityCode);
  if (city)
    show(
      named('Kantor'),
      <OfficePage call={call} session={session} seats={seats} seat={seat} city={city} first={first} />,
    );
};

const openNotices = async ({ call, session }: Open): Promise<void> => {
  const { NoticesPage, loadNotices } = await import('./notices/notices-page.tsx');
  show(named('Kabar'), <NoticesPage call={call} session={session} first={await loadNotices(call)} />);
};

const personal: Partial<Record<string, readonly [open: (asked: Open) => Promise<void>, title: string, why: string]>> = {
  pesanan: [openOrders, 'Pesanan saya', 'Pesanan Anda hanya tampil untuk Anda.'],
  'toko-saya': [openShop, 'Toko saya', 'Masuk dengan akun pemilik atau karyawan toko.'],
  jual: [openRegister, 'Jual di sini', 'Pendaftaran dikirim atas nama akun Anda.'],
  kabar: [openNotices, 'Kabar', 'Kabar tentang pesanan, uang, dan toko Anda.'],
  kantor: [openOffice, 'Kantor', 'Masuk dengan akun dinas Anda.'],
};

/** Visits are there without a line too, and when a session ran out on the way. */
const openField = async (session: Session | undefined, rest: string): Promise<void> => {
  const { openVisits } = await import('./visits/open-visits.tsx');
  const opened = await openVisits({ session, rest, onSignIn: enter });
  if (opened) show(named('Kunjungan'), opened);
  else askToSignIn('Kunjungan', 'Masuk dengan akun petugas Anda.');
};

/** Back from signing in: to where it began; from here itself, to where the person belongs. */
const land = async (back: string): Promise<void> => {
  const session = currentSession(Date.now());
  if (back !== '/akun/') return location.replace(back);
  const home = session && homeOf(await loadMe(client('/api', session.token)));
  if (home) location.replace(home);
  else await openAccount(session);
};

const open = async (): Promise<void> => {
  const [, page = '', rest = ''] = location.pathname.split('/');
  if (page === 'akun' && isReturning(location.search)) {
    const returned = await completeSignIn(Date.now());
    return 'back' in returned ? land(returned.back) : openAccount(undefined, returned.problem);
  }
  const session = currentSession(Date.now());
  const call = client('/api', session?.token);
  if (page === 'akun') return openAccountPage(session, rest);
  if (page === 'cek') return openCheck(location);
  if (page === 'kunjungan') return openField(session, rest);
  const found = personal[page];
  if (!found) return location.replace('/');
  const [opens, title, why] = found;
  if (!session) return askToSignIn(title, why);
  await opens({ call, session, rest, query: given(location.search) }).catch((error) => {
    if (error instanceof Refusal && error.status === 401) return askToSignIn(title, why);
    throw error;
  });
};

/** Where somebody stands who could not be shown what they came for: the rest of the market is one tap away. */
const foot = () => <BottomBar at={location.pathname.startsWith('/pesanan') ? 'pesanan' : 'akun'} />;

await open().catch((error) => showRefusal(error, '/', foot()));
void import('../entry/patient.ts').then(({ bePatient }) => bePatient());
