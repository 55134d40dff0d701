import { useState } from 'preact/hooks';
import type { Call } from '../../entry/client.ts';
import type { OfficeSeat } from '../../entry/me.ts';
import type { Session } from '../../entry/session.ts';
import { BottomBar } from '../../kit/bottom-bar.tsx';
import { PlanImport } from '../../kit/demand/plan-import.tsx';
import { Main, Notice } from '../../kit/page.tsx';
import { PageTop } from '../../kit/page-top.tsx';
import { InvitationLinks } from '../../kit/people/invitation-links.tsx';
import type { City } from '../../kit/places.ts';
import { AddressList } from '../cart/check/addresses/address-list.tsx';
import { OfficeComplaints } from '../complaints/office-complaints.tsx';
import { MonthPapers } from '../papers/month-papers.tsx';
import { PaperSettingsForm } from '../papers/settings-form.tsx';
import { SlipsBlock } from '../papers/slips-block.tsx';
import { OfficePayments } from '../payments/waiting-payments.tsx';
import { OfficeTasks } from '../visits/office-tasks.tsx';
import { BudgetImport } from './budget-import.tsx';
import { BudgetLines } from './budget-lines.tsx';
import { Inbox } from './inbox.tsx';
import { keptWish } from './kept-wish.ts';
import { MeetingForm } from './meeting-form.tsx';
import { loadOfficeOrders, OfficeOrderList, type OfficeOrders } from './office-orders.tsx';

type Props = {
  readonly call: Call;
  readonly session: Session;
  readonly seats: readonly OfficeSeat[];
  readonly seat: OfficeSeat;
  readonly city: City;
  readonly first: OfficeOrders;
};

/** The office's desk: what waits, a meeting to order, everything that was ordered. */
export const OfficePage = ({ call, session, seats, seat, city, first }: Props) => {
  const [orders, setOrders] = useState(first);
  // As it was when the page was opened: what happens after is the person's own.
  const [begun] = useState(() => Object.keys(keptWish(seat.agencyId)).length > 0);
  const again = () => void loadOfficeOrders(call, seat.agencyId).then(setOrders, () => {});
  const waiting = orders.items.filter(({ state }) => state === 'awaiting_approval');
  // Who orders comes for this; whoever approves finds first what waits.
  const meeting = (
    <details class="copy plain" open={begun}>
      <summary class="button">Pesan untuk rapat</summary>
      <MeetingForm call={call} city={city} agencyId={seat.agencyId} onPlaced={again} />
    </details>
  );
  return (
    <>
      <PageTop title="Kantor" />
      <Main>
        <p class="quiet">{seat.name}</p>
        {seats.length > 1 && (
          <nav class="chips" aria-label="Kantor Anda">
            {seats.map((one) => (
              <a
                key={one.agencyId + one.role}
                href={`/kantor/?dinas=${one.agencyId}`}
                aria-current={one.agencyId === seat.agencyId ? 'page' : undefined}
              >
                {one.name}
              </a>
            ))}
          </nav>
        )}
        {seat.role === 'buyer' && meeting}
        <Inbox call={call} seat={seat} orders={waiting} onDone={again} />
        <OfficePayments call={call} agencyId={seat.agencyId} />
        {seat.role === 'approver' && meeting}
        <details>
          <summary>
            <span>Surat sebulan (SPJ)</span>
          </summary>
          <MonthPapers call={call} token={session.token} agencyId={seat.agencyId} />
        </details>
        {seat.role === 'treasurer' && (
          <details>
            <summary>
              <span>Bukti potong pajak (Coretax)</span>
            </summary>
            <SlipsBlock call={call} token={session.token} agencyId={seat.agencyId} />
          </details>
        )}
        {seat.role !== 'buyer' && (
          <details>
            <summary>
              <span>Unggah anggaran (SIPD)</span>
            </summary>
            <BudgetImport token={session.token} agencyId={seat.agencyId} />
          </details>
        )}
        {seat.role !== 'buyer' && <BudgetLines call={call} agencyId={seat.agencyId} />}
        {seat.role !== 'treasurer' && <OfficeComplaints call={call} agencyId={seat.agencyId} />}
        {seat.role !== 'treasurer' && <OfficeTasks call={call} token={session.token} agencyId={seat.agencyId} />}
        {seat.role !== 'buyer' && (
          <details>
            <summary>
              <span>Muat rencana pengadaan (RUP)</span>
            </summary>
            <PlanImport call={call} token={session.token} agencies={[seat]} />
          </details>
        )}
        {seat.role === 'approver' && (
          <details>
            <summary>
              <span>Pengaturan surat</span>
            </summary>
            <PaperSettingsForm call={call} agencyId={seat.agencyId} />
          </details>
        )}
        {seat.role === 'approver' && (
          <InvitationLinks
            call={call}
            scope={`agency:${seat.agencyId}`}
            name={seat.name}
            roles={['buyer', 'treasurer']}
          />
        )}
        {seat.role !== 'treasurer' && <AddressList call={call} agencyId={seat.agencyId} />}
        <OfficeOrderList call={call} agencyId={seat.agencyId} orders={orders} onOrders={setOrders} />
      </Main>
      <BottomBar at="akun" />
    </>
  );
};

/** For somebody whom no office has seated yet. */
export const NoOffice = () => (
  <>
    <PageTop title="Kantor" />
    <Main>
      <Notice
        title="Anda belum terdaftar di dinas mana pun"
        text="Minta PPK dinas Anda atau admin kota menambahkan akun Anda. Nomor akun ada di halaman Akun."
      >
        <a class="button" href="/akun/">
          Buka Akun
        </a>
      </Notice>
    </Main>
    <BottomBar />
  </>
);
