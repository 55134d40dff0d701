import { useRef } from 'preact/hooks';
import { rupiah } from '../../../shared/domain/basics/wording.ts';
import { needNames } from '../../../shared/domain/capital/needs.ts';
import { useAct } from '../../kit/act.ts';
import { ConfirmDialog } from '../../kit/desk/confirm-dialog.tsx';
import { BothVersions, type Difference, useEdit } from '../../kit/desk/edit.tsx';
import { Summary } from '../../kit/form.tsx';
import { InvitationLinks } from '../../kit/people/invitation-links.tsx';
import { ifUnchanged } from '../../kit/settings.tsx';
import { dasborAddress } from '../address.ts';
import type { AskedCity, Opened } from '../opened.ts';
import { Invited, type Seat, whoIs } from '../people/seat-parts.tsx';
import { type Bank, type BankChange, BankForm } from './bank-form.tsx';

/** A scheme in one line, so that two versions can be compared. */
const schemeLine = ({ name, fromRupiah, upToRupiah, terms, needs }: BankChange['schemes'][number]): string =>
  `${name}, ${rupiah(fromRupiah)} sampai ${rupiah(upToRupiah)}. ${terms} Syarat: ${needs.map((need) => needNames[need]).join(', ')}.`;
const schemeLines = (schemes: BankChange['schemes']): string => schemes.map(schemeLine).join(' · ');
const lines = (mine: BankChange, theirs: Bank): Difference[] => [
  ['Nama bank', mine.name, theirs.name],
  ['Tentang bank ini', mine.about, theirs.about],
  ['Permohonan', mine.open === false ? 'tidak diterima' : 'diterima', theirs.open ? 'diterima' : 'tidak diterima'],
  ['Skema', schemeLines(mine.schemes), schemeLines(theirs.schemes)],
];

const EditBank = ({ asked: { call }, first }: { asked: AskedCity; first: Bank }) => {
  const params = { bankId: first.bankId };
  const { current, conflict, act, saved, ...edit } = useEdit<Bank, BankChange>(
    first,
    () => call('GET /banks/{bankId}', { params }),
    (body, version) => call('PUT /banks/{bankId}', { params, body, headers: ifUnchanged(version) }),
  );
  return (
    <>
      {conflict && (
        <BothVersions
          fields={lines(conflict.mine, conflict.theirs)}
          busy={act.busy}
          onMine={edit.keepMine}
          onTheirs={edit.takeTheirs}
        />
      )}
      <BankForm key={current.version} act={act} bank={current} onSave={edit.save} />
      <p role="status">{saved && 'Tersimpan.'}</p>
    </>
  );
};

const AddBank = ({ asked: { call, place } }: { asked: AskedCity }) => {
  const act = useAct();
  // One bank a filled form: sent again after a break of the line it is the same one.
  const key = useRef(crypto.randomUUID());
  const save = (body: BankChange) =>
    act.run(async () => {
      const headers = { 'idempotency-key': key.current };
      const { bankId } = await call('POST /cities/{city}/banks', { params: { city: place.code }, body, headers });
      location.assign(dasborAddress(`modal/${bankId}`, place));
    });
  return <BankForm act={act} onSave={save} />;
};

const ReadBank = ({ bank }: { bank: Bank }) => (
  <>
    <p>
      <bdi>{bank.about}</bdi>
    </p>
    <ul>
      {bank.schemes.map((scheme) => (
        <li key={scheme.schemeId}>
          <bdi>{schemeLine(scheme)}</bdi>
        </li>
      ))}
    </ul>
  </>
);

type Seats = { readonly held: readonly Seat[]; readonly invited: readonly Seat[] };
/** Who reads and answers for the bank: its own people, whom the city lets in and may take out again. */
const Officers = ({ asked, bank, seats }: { asked: AskedCity; bank: Bank; seats: Seats }) => {
  const { call, again } = asked;
  const act = useAct();
  const scope = `bank:${bank.bankId}`;
  const revoke = ({ person }: Seat) =>
    act.run(async () => {
      await call('DELETE /scopes/{scope}/members/{person}', { params: { scope, person } });
      again();
    });
  return (
    <section>
      <h2>Petugas bank</h2>
      <p class="quiet">
        Mereka membaca permohonan ke bank ini selama izin pemiliknya berlaku, dan tidak ada yang lain.
      </p>
      {act.refusal && <Summary refusal={act.refusal} />}
      {seats.held.length === 0 && <p>Belum ada petugas. Undang lewat tautan di bawah.</p>}
      <ul>
        {seats.held.map((seat) => (
          <li key={seat.person}>
            {whoIs(asked, seat)}{' '}
            <ConfirmDialog
              name="Cabut peran"
              text="Orang ini langsung tidak membaca permohonan ke bank ini lagi."
              onSend={() => revoke(seat)}
              disabled={act.busy}
            />
          </li>
        ))}
      </ul>
      <Invited asked={asked} waiting={seats.invited} />
      <InvitationLinks call={call} scope={scope} name={bank.name} roles={['bank-officer']} />
    </section>
  );
};

const seatsOf = async ({ call }: AskedCity, bankId: string): Promise<Seats> => {
  const read = (state: 'held' | 'invited') =>
    call('GET /scopes/{scope}/members', { params: { scope: `bank:${bankId}` }, query: { state, limit: 50 } });
  const [held, invited] = await Promise.all([read('held'), read('invited')]);
  return { held: held.items, invited: invited.items };
};

/** One bank with its schemes, or a form for one that is new. */
export const openBank = async (asked: AskedCity): Promise<Opened> => {
  const { call, place, kinds, rest } = asked;
  const bank = rest === 'baru' ? undefined : await call('GET /banks/{bankId}', { params: { bankId: rest } });
  const title = bank?.name ?? 'Catat bank';
  const acts = kinds.includes('city-admin');
  const seats = acts && bank ? await seatsOf(asked, bank.bankId) : undefined;
  const page = (
    <article>
      <h1>
        <bdi>{title}</bdi>
      </h1>
      <p>
        <a href={dasborAddress('modal', place)}>Kembali ke Modal usaha</a>
      </p>
      {acts && !bank && <AddBank asked={asked} />}
      {acts && bank && <EditBank asked={asked} first={bank} />}
      {bank && seats && <Officers asked={asked} bank={bank} seats={seats} />}
      {!acts && bank && <ReadBank bank={bank} />}
    </article>
  );
  return { title, page };
};
