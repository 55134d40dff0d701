import type { Output } from '../../../shared/contract.ts';
import { dateTime, phone as phoneWords, whatsApp } from '../../../shared/domain/basics/wording.ts';
import { isOpen, stateWords } from '../../../shared/domain/follow-ups/state-words.ts';
import { Refusal } from '../../entry/client.ts';
import { shortNames } from '../../kit/categories.ts';
import { Notice } from '../../kit/page.tsx';
import { type City, districtName } from '../../kit/places.ts';
import { ifUnchanged } from '../../kit/settings.tsx';
import { today } from '../../kit/today.ts';
import { dasborAddress } from '../address.ts';
import type { AskedCity, Opened } from '../opened.ts';
import { causeWords, offerTo } from '../support/cause-words.ts';
import { evidenceWords, type Line, missedWords } from '../support/evidence.tsx';
import { heldWords } from '../support/gap-list.tsx';
import { ScheduleForm } from '../visits/schedule-form.tsx';
import { type Visitor, visitorsFor } from '../visits/visitors.ts';
import { GiveForm, StepForm, TakeForm } from './act-forms.tsx';
import { soldWords } from './follow-up-list.tsx';

type Read = Output<'GET /cities/{city}/follow-ups/{merchantId}'>;

const messageTo = ({ shop, followUp }: Read, city: City, line: Line | undefined): string =>
  [
    `Selamat siang, ${shop.name}.`,
    `Saya ${followUp?.officerName ?? 'petugas'} dari Pemerintah ${city.name}, tentang toko Anda di Pasar Rata.`,
    line ? offerTo(line) : 'Kami ingin membantu toko Anda menjual lagi.',
    'Kapan kami bisa menelepon atau datang?',
  ].join(' ');

/** Why it does not sell, what to do first, and what was looked at to say so. */
const Why = ({ city, line }: { city: City; line: Line }) => {
  const { amount, why } = missedWords(city, line);
  return (
    <>
      <p>
        <b>{causeWords[line.cause].name}.</b> {line.action}
      </p>
      <ul>
        {evidenceWords(line).map((words) => (
          <li key={words}>{words}</li>
        ))}
        <li>
          Terlewat dua bulan: {amount}. {why}
        </li>
      </ul>
    </>
  );
};

/** Where it is and how to reach it: large enough for a thumb. */
const Shop = ({ read, city, line }: { read: Read; city: City; line: Line | undefined }) => {
  const { shop } = read;
  return (
    <>
      <p>
        <bdi>{shop.address}</bdi>, {districtName(city, shop.district)} · {shortNames[shop.category]}
      </p>
      {line && <Why city={city} line={line} />}
      {shop.phone && (
        <p class="acts">
          <a class="button" href={whatsApp(messageTo(read, city, line), shop.phone)} target="_blank" rel="noopener">
            Kirim WhatsApp
          </a>
          <a class="line" href={`tel:${shop.phone}`}>
            Telepon {phoneWords(shop.phone)}
          </a>
        </p>
      )}
    </>
  );
};

const Steps = ({ read: { followUp, soldAfter }, city }: { read: Read; city: City }) =>
  followUp && (
    <>
      <p>Sesudahnya: {soldWords(soldAfter)}.</p>
      <h2>Catatan</h2>
      {followUp.steps.length === 0 && <p class="quiet">Belum ada catatan.</p>}
      <ul>
        {[...followUp.steps].reverse().map(({ at, state, note, byName }) => (
          <li key={at + note}>
            <b>{stateWords[state]}.</b> <bdi>{note}</bdi>{' '}
            <small>
              <bdi>{byName}</bdi>, <time dateTime={at}>{dateTime(at, city.zone)}</time>
            </small>
          </li>
        ))}
      </ul>
    </>
  );

/** What this person may do: take it, send a colleague, take it over, go on, or give it away. */
const Acts = ({ asked, read, colleagues }: { asked: AskedCity; read: Read; colleagues: readonly Visitor[] }) => {
  const { call, place, me, again } = asked;
  const { followUp, shop } = read;
  const invite = asked.kinds.includes('city-admin') ? asked.linkTo('petugas') : undefined;
  const params = { city: place.code, merchantId: shop.merchantId };
  const headers = followUp ? ifUnchanged(followUp.version) : {};
  const give = async (officer: string, officerName: string) => {
    const body = { officer, officerName };
    await call('PUT /cities/{city}/follow-ups/{merchantId}/officer', { params, body, headers });
    again();
  };
  const take = (name: string) => give(me?.person ?? '', name);
  if (!followUp || !isOpen(followUp.state))
    return (
      <>
        <TakeForm button="Saya tangani" take={take} />
        {colleagues.length > 0 ? (
          <GiveForm title="Tugaskan petugas lain" button="Tugaskan" colleagues={colleagues} give={give} />
        ) : (
          invite && (
            <p class="small quiet">
              Belum ada petugas lain untuk usaha ini. <a href={invite}>Undang petugas</a>, atau kirim petugas lapangan
              lewat Jadwalkan kunjungan.
            </p>
          )
        )}
      </>
    );
  if (followUp.officer !== me?.person)
    return <TakeForm button={`Ambil alih dari ${followUp.officerName}`} take={take} />;
  return (
    <>
      <StepForm
        key={followUp.version}
        state={followUp.state}
        record={async (state, note) => {
          const body = { state, note };
          await call('POST /cities/{city}/follow-ups/{merchantId}/steps', { params, body, headers });
          again();
        }}
      />
      {colleagues.length > 0 && (
        <GiveForm title="Serahkan ke petugas lain" button="Serahkan" colleagues={colleagues} give={give} />
      )}
    </>
  );
};

type ScheduleProps = {
  readonly asked: AskedCity;
  readonly read: Read;
  readonly line: Line | undefined;
  readonly visitors: readonly Visitor[];
};
/** Somebody is sent there on a day, and then looks after it. */
const Schedule = ({ asked, read: { shop }, line, visitors }: ScheduleProps) => (
  <details>
    <summary>
      <span>Jadwalkan kunjungan</span>
    </summary>
    <ScheduleForm
      asked={asked}
      visitors={visitors}
      button="Jadwalkan"
      shops={() => [
        { ...shop, reason: line && `${line.monthsUnsold} bulan belum menjual. ${causeWords[line.cause].name}.` },
      ]}
    />
  </details>
);

/** What the list of whom to visit says of the shop in the month somebody comes from, or in this one, if it is on it. */
const lineOf = async ({ call, place, query }: AskedCity, merchantId: string): Promise<Line | undefined> => {
  const { bulan = '' } = query;
  const month = /^20\d{2}-(0[1-9]|1[0-2])$/.test(bulan) ? bulan : today().slice(0, 7);
  const asking = { params: { city: place.code, month }, query: { merchant: merchantId, limit: 1 } };
  const { items } = await call('GET /cities/{city}/gap/{month}', asking).catch((error) => {
    // A month that has not begun, or whose list is being made: the shop is there all the same.
    if (error instanceof Refusal && ['month_invalid', 'being_prepared'].includes(error.code)) return { items: [] };
    throw error;
  });
  return items[0];
};

const nothing = (asked: AskedCity): Opened => ({
  title: 'Tindak lanjut',
  page: (
    <section>
      <h1>Tindak lanjut</h1>
      <Notice title="Pilih usaha dulu" text="Buka dari daftar usaha yang perlu didatangi.">
        <a class="line" href={dasborAddress('perlu-didatangi', asked.place, { lihat: 'sebab' })}>
          Lihat daftarnya
        </a>
      </Notice>
    </section>
  ),
});

/** One shop in the field: where it is, who has it, what was agreed, what came of it. */
export const openFollowUp = async (asked: AskedCity): Promise<Opened> => {
  const { call, place, me, kinds, rest } = asked;
  if (!/^mrc_[0-9a-z]{26}$/.test(rest)) return nothing(asked);
  const admin = kinds.includes('city-admin');
  const acts = admin || kinds.includes('district-officer');
  const [read, line, members, officers] = await Promise.all([
    call('GET /cities/{city}/follow-ups/{merchantId}', { params: { city: place.code, merchantId: rest } }),
    lineOf(asked, rest),
    admin
      ? call('GET /scopes/{scope}/members', { params: { scope: `city:${place.code}` }, query: { limit: 100 } })
      : undefined,
    admin
      ? call('GET /cities/{city}/district-officers', { params: { city: place.code }, query: { limit: 100 } })
      : undefined,
  ]);
  const colleagues = [...(members?.items ?? []), ...(officers?.items ?? [])].filter(
    ({ role, scope, person }) =>
      person !== me?.person && (role === 'city-admin' || scope === `district:${read.shop.district}`),
  );
  const visitors = acts ? await visitorsFor(asked, read.shop.district) : [];
  const page = (
    <section>
      <h1>
        <bdi>{read.shop.name}</bdi>
      </h1>
      <p class="quiet">
        {heldWords(read.followUp)} · <a href={dasborAddress('perlu-didatangi', place, { lihat: 'saya' })}>Tugas saya</a>
      </p>
      <Shop read={read} city={place.city} line={line} />
      {acts && (
        <Acts
          asked={asked}
          read={read}
          colleagues={[...new Map(colleagues.map((one) => [one.person, one])).values()]}
        />
      )}
      {acts && <Schedule asked={asked} read={read} line={line} visitors={visitors} />}
      <Steps read={read} city={place.city} />
    </section>
  );
  return { title: read.shop.name, page };
};
