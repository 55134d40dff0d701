/*
 * What stands between the pages and the network, small and our own. Pages come fresh when the network answers, files with
 * a hash in their name from the device; what was last seen is shown when there is no network. It never takes over by
 * itself from an older one while somebody is at work: a page asks it to (patient.ts).
 */

/** What a page needs to open at all, with the hashes of this build; written in when the site is built. */
declare const KEPT_FILES: readonly string[];

type Waits = { readonly waitUntil: (work: Promise<unknown>) => void };
type Asked = Waits & { readonly request: Request; readonly respondWith: (answer: Promise<Response>) => void };
type Pushed = Waits & { readonly data: { readonly json: () => unknown } | null };
type Tapped = Waits & { readonly notification: Notification & { readonly data?: unknown } };
type Tab = {
  readonly url: string;
  readonly focus: () => Promise<unknown>;
  readonly navigate: (to: string) => Promise<unknown>;
};
type Events = {
  install: Waits;
  activate: Waits;
  fetch: Asked;
  message: Waits & { readonly data: unknown };
  push: Pushed;
  notificationclick: Tapped;
};
const worker = globalThis as unknown as {
  addEventListener: <E extends keyof Events>(type: E, run: (event: Events[E]) => void) => void;
  skipWaiting: () => Promise<void>;
  registration: ServiceWorkerRegistration;
  clients: {
    claim: () => Promise<void>;
    matchAll: (which: object) => Promise<Tab[]>;
    openWindow: (to: string) => Promise<unknown>;
  };
};

/** Stores on the device by what they hold, each with the most it holds; the oldest gives way. */
const most = { halaman: 30, berkas: 200, daftar: 80, foto: 80, pribadi: 60 } as const;
type Store = keyof typeof most;
const CART = '/keranjang/';
const PERSONAL = /^\/(pesanan|toko-saya|jual|kantor|akun|kabar|kunjungan|cek)(\/|$)/;
const SHELL = '/pribadi/';
const DASBOR = /^\/dasbor(\/|$)/;
const HASHED = /^\/assets\//;
/** Pages behind these answers are made for the moment, or too large, or nobody's business on a device. */
const NEVER = /^\/api\/(me\/(data|devices|notice-settings)|papers\/)|\/(pdf|data)$/;

const put = async (name: string, of: Store, key: string, answer: Response): Promise<void> => {
  const store = await caches.open(name);
  // A renewed entry is the youngest.
  await store.delete(key);
  await store.put(key, answer);
  const keys = await store.keys();
  for (const old of keys.slice(0, Math.max(0, keys.length - most[of]))) await store.delete(old);
};
const stored = async (name: string, key: string): Promise<Response | undefined> => {
  if (!(await caches.has(name))) return undefined;
  return (await caches.open(name)).match(key);
};

const PATIENCE_MS = 6_000;
/** The network's answer, or what lies here when it fails or takes longer than anybody waits. */
const freshOr = async (
  request: Request,
  keep: (answer: Response) => Promise<void>,
  last: () => Promise<Response | undefined>,
) => {
  const fresh = fetch(request).then(async (answer) => {
    if (answer.ok) await keep(answer.clone()).catch(() => undefined);
    return answer;
  });
  const late = new Promise<undefined>((done) => setTimeout(done, PATIENCE_MS));
  const first = await Promise.race([fresh.catch(() => undefined), late]);
  return first ?? (await last()) ?? fresh;
};

/** Pages that are one shell whatever stands behind their address. */
const keyOf = (pathname: string): string | undefined => {
  if (PERSONAL.test(pathname)) return SHELL;
  if (`${pathname}/`.startsWith(CART)) return CART;
  return DASBOR.test(pathname) ? '/dasbor/' : undefined;
};

const openPage = (request: Request, { pathname, search }: URL): Promise<Response> => {
  const key = keyOf(pathname) ?? pathname + search;
  return freshOr(
    request,
    (answer) => put('halaman', 'halaman', key, answer),
    async () => (await stored('halaman', key)) ?? (await stored('halaman', pathname)) ?? stored('halaman', '/'),
  );
};

const keptFile = async (request: Request, store: Store, { pathname }: URL): Promise<Response> => {
  const known = await stored(store, pathname);
  if (known) return known;
  const answer = await fetch(request);
  if (answer.ok) await put(store, store, pathname, answer.clone()).catch(() => undefined);
  return answer;
};

/** Whose list it is: a person's answers lie apart, and are never another's, even on one phone. */
const storeFor = (request: Request): string | undefined => {
  const token = request.headers.get('authorization');
  if (!token) return 'daftar';
  try {
    const claims: unknown = JSON.parse(atob((token.split('.')[1] ?? '').replace(/-/g, '+').replace(/_/g, '/')));
    const { sub } = claims as { sub?: string };
    return sub ? `pribadi ${sub}` : undefined;
  } catch {
    return undefined;
  }
};

/** What was seen last, marked, so that a page can say so. */
const marked = (answer: Response): Response => {
  const headers = new Headers(answer.headers);
  headers.set('x-simpanan', '1');
  return new Response(answer.body, { status: answer.status, headers });
};

const askApi = (request: Request, { pathname, search }: URL, name: string): Promise<Response> =>
  freshOr(
    request,
    async (answer) => {
      if (answer.headers.get('content-type')?.startsWith('application/json'))
        await put(name, name === 'daftar' ? 'daftar' : 'pribadi', pathname + search, answer);
    },
    async () => {
      const last = await stored(name, pathname + search);
      return last && marked(last);
    },
  );

worker.addEventListener('install', (event) =>
  event.waitUntil(
    (async () => {
      const files = await caches.open('berkas');
      const lacking = await Promise.all(KEPT_FILES.map(async (file) => ((await files.match(file)) ? [] : [file])));
      await files.addAll(lacking.flat());
      const pages = await caches.open('halaman');
      await pages.addAll([SHELL, CART]);
    })(),
  ),
);

worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) return;
  if (request.mode === 'navigate') return event.respondWith(openPage(request, url));
  if (HASHED.test(url.pathname)) return event.respondWith(keptFile(request, 'berkas', url));
  if (url.pathname.startsWith('/photos/')) return event.respondWith(keptFile(request, 'foto', url));
  if (!url.pathname.startsWith('/api/') || NEVER.test(url.pathname)) return;
  const name = storeFor(request);
  if (name) event.respondWith(askApi(request, url, name));
});

type Opened = { readonly page: string; readonly files: readonly string[] };
/** What was opened before this worker stood there, kept as if it had been opened through it. */
const keepOpened = async ({ page, files }: Opened): Promise<void> => {
  const asked = [page, ...files].map((path) => new URL(path, location.origin));
  const [opened, ...others] = asked.filter(({ origin }) => origin === location.origin);
  if (opened) await openPage(new Request(opened), opened);
  await Promise.all(others.map((url) => keptFile(new Request(url), 'berkas', url)));
};

worker.addEventListener('message', (event) => {
  if (event.data === 'take over') return event.waitUntil(worker.skipWaiting());
  event.waitUntil(keepOpened(event.data as Opened));
});

type Message = { readonly body: string; readonly tag: string; readonly url: string };
worker.addEventListener('push', (event) => {
  const {
    body = 'Ada kabar baru untuk Anda',
    tag = 'kabar',
    url = '/kabar/',
  } = (event.data?.json() ?? {}) as Partial<Message>;
  const how = { body, tag, icon: '/icon-192.png', lang: 'id', data: url };
  event.waitUntil(worker.registration.showNotification('Pasar Rata', how).catch(() => undefined));
});

worker.addEventListener('notificationclick', (event) => {
  event.notification.close();
  const wanted = new URL(String(event.notification.data ?? '/kabar/'), location.origin);
  const to = wanted.origin === location.origin ? wanted.pathname : '/kabar/';
  const open = async () => {
    const tabs = await worker.clients.matchAll({ type: 'window' });
    // A tab where nothing is typed: the list itself. Any other is left as it is.
    const tab = tabs.find(({ url }) => new URL(url).pathname === to);
    return tab ? tab.focus() : worker.clients.openWindow(to);
  };
  event.waitUntil(open());
});
