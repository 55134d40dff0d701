import { Refusal } from '../../entry/client.ts';
import { InvitationLinks } from '../../kit/people/invitation-links.tsx';
import { dasborAddress } from '../address.ts';
import type { AskedCity, Opened } from '../opened.ts';
import { clockSentence } from './clock.ts';
import { Seats } from './seats.tsx';

const MOST_SEATS = 100;

/** Of an office: who holds a seat, then who is invited. */
const loadSeats = async (call: AskedCity['call'], scope: string) => {
  const read = (state: 'held' | 'invited') =>
    call('GET /scopes/{scope}/members', { params: { scope }, query: { state, limit: MOST_SEATS } });
  const [held, invited] = await Promise.all([read('held'), read('invited')]);
  return [...held.items, ...invited.items];
};

/** One office: how long its shops wait, who works in it, and links for who shall. */
export const openAgency = async (asked: AskedCity): Promise<Opened> => {
  const { call, place, kinds, rest: agencyId } = asked;
  const scope = `agency:${agencyId}`;
  const agency = await call('GET /agencies/{agencyId}', { params: { agencyId } });
  if (agency.cityCode !== place.code)
    throw new Refusal(404, 'agency_not_found', `Dinas ini bukan dinas ${place.name}. Periksa lagi tautannya.`);
  const admin = kinds.includes('city-admin');
  const [clocks, seats] = await Promise.all([
    call('GET /cities/{city}/payment-clock', { params: { city: place.code }, query: { agency: agencyId, limit: 1 } }),
    admin ? loadSeats(call, scope) : [],
  ]);
  const [clock] = clocks.items;
  const page = (
    <article>
      <h1>
        <bdi>{agency.name}</bdi>
      </h1>
      <p class="quiet">{agency.address}</p>
      <p>
        <a href={dasborAddress('dinas', place)}>Kembali ke daftar dinas</a>
      </p>
      <section aria-labelledby="pembayaran">
        <h2 id="pembayaran">Pembayaran</h2>
        <p>{clockSentence(clock ?? { waiting: 0, medianDays: null, oldestDays: null, oldestWorkingDays: null })}</p>
        <p>
          <a href={dasborAddress(`belanja/${agencyId}`, place)}>Siapa yang menunggu, belanja, dan anggarannya</a>
        </p>
      </section>
      <section aria-labelledby="petugas">
        <h2 id="petugas">Petugas</h2>
        {admin ? (
          <>
            <Seats asked={asked} scope={scope} seats={seats} />
            <InvitationLinks call={call} scope={scope} name={agency.name} roles={['buyer', 'treasurer']} />
          </>
        ) : (
          <p class="quiet">Petugas dinas diatur admin kota.</p>
        )}
      </section>
    </article>
  );
  return { title: agency.name, page };
};
