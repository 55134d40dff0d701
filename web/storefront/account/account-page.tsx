import { roleNames } from '../../../shared/domain/people/role-names.ts';
import type { Call } from '../../entry/client.ts';
import { dasborOf, goesToShops, type Me, officesOf, partnersOf, shopsOf, VISITS } from '../../entry/me.ts';
import type { Session } from '../../entry/session.ts';
import { BottomBar } from '../../kit/bottom-bar.tsx';
import { Main, Notice } from '../../kit/page.tsx';
import { PageTop } from '../../kit/page-top.tsx';
import { AddressList } from '../cart/check/addresses/address-list.tsx';
import { DataCopy } from './data-copy.tsx';
import { Decisions } from './decisions.tsx';
import { type Invitation, Invitations } from './invitations.tsx';

type Props = {
  readonly call: Call;
  readonly invitations: readonly Invitation[];
  readonly session: Session | undefined;
  readonly me: Me | undefined;
  /** Notices not seen yet. */
  readonly unread: number;
  readonly trouble?: string | undefined;
  readonly onSignIn: () => void;
  readonly onSignOut: () => void;
};

/** Who I am here, where I belong, and the way out. */
export const AccountPage = ({ call, invitations, session, me, unread, trouble, onSignIn, onSignOut }: Props) => (
  <>
    <PageTop title="Akun" />
    <Main>
      {trouble && (
        <p class="say wrong" role="alert">
          {trouble}
        </p>
      )}
      {!session || !me ? (
        <Notice
          title="Masuk untuk memesan dan berjualan"
          text="Melihat-lihat tidak perlu masuk. Satu akun untuk belanja, toko, dan kantor."
        >
          <button class="button" type="button" onClick={onSignIn}>
            Masuk
          </button>
        </Notice>
      ) : (
        <>
          <h2>
            <bdi>{session.name}</bdi>
          </h2>
          <Invitations call={call} first={invitations} />
          <ul class="rows">
            {shopsOf(me).map(({ merchantId, name, role, helperName }) => (
              <li key={merchantId}>
                <a class="row" href={`/toko-saya/?toko=${merchantId}`}>
                  <b>{name}</b> <span class="quiet">{helperName ? 'pendamping' : roleNames[role]}</span>
                </a>
              </li>
            ))}
            {officesOf(me).map(({ agencyId, name, role }) => (
              <li key={agencyId + role}>
                <a class="row" href={`/kantor/?dinas=${agencyId}`}>
                  <b>{name}</b> <span class="quiet">{roleNames[role]}</span>
                </a>
              </li>
            ))}
            {goesToShops(me) && (
              <li>
                <a class="row" href={VISITS}>
                  <b>Kunjungan saya</b> <span class="quiet">bisa tanpa sinyal</span>
                </a>
              </li>
            )}
            {partnersOf(me).map(({ partnerId, name }) => (
              <li key={partnerId}>
                <a class="row" href={`/akun/mitra?mitra=${partnerId}`}>
                  <b>{name}</b> <span class="quiet">mitra</span>
                </a>
              </li>
            ))}
            {me.memberships
              .filter(
                ({ scope, role }) => role !== 'field-officer' && /^(city|district|bank|province|country)/.test(scope),
              )
              .map((seat) => (
                <li key={seat.scope + seat.role}>
                  <a class="row" href={dasborOf(seat)}>
                    <b>{seat.name}</b> <span class="quiet">{roleNames[seat.role]}</span>
                  </a>
                </li>
              ))}
            <li>
              <a class="row" href="/kabar/">
                Kabar{unread > 0 && <b class="badge new">{unread > 99 ? '99+' : unread} baru</b>}
              </a>
            </li>
            <li>
              <a class="row" href="/pesanan/">
                Pesanan saya
              </a>
            </li>
            <li>
              <a class="row" href="/akun/asn">
                Belanja ASN
              </a>
            </li>
            <li>
              <a class="row" href="/akun/pengaduan">
                Pengaduan dan usulan
              </a>
            </li>
            <li>
              <a class="row" href="/jual/">
                Jual di sini
              </a>
            </li>
          </ul>
          <AddressList call={call} />
          <Decisions call={call} shops={shopsOf(me)} />
          <DataCopy call={call} />
          <p class="small quiet">Nomor akun: {me.person}</p>
          <button class="line" type="button" onClick={onSignOut}>
            Keluar
          </button>
        </>
      )}
    </Main>
    <BottomBar at="akun" />
  </>
);
