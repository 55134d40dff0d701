import { useState } from 'preact/hooks';
import { day, rupiah } from '../../../shared/domain/basics/wording.ts';
import type { Call } from '../../entry/client.ts';
import type { Shop } from '../../entry/me.ts';
import { useAct } from '../../kit/act.ts';
import { BottomBar } from '../../kit/bottom-bar.tsx';
import { type PackContent, PackFacts } from '../../kit/capital/pack-facts.tsx';
import { Summary } from '../../kit/form.tsx';
import { Main, Notice } from '../../kit/page.tsx';
import { PageTop } from '../../kit/page-top.tsx';
import { ApplyForm, type Ready } from './apply-form.tsx';
import { OpeningLog, type Openings, type Own, OwnApplications } from './own-applications.tsx';

type Bank = Ready['banks'][number];
type Scheme = Bank['schemes'][number];

const groups = [
  ['there', 'Yang sudah ada'],
  ['missing', 'Yang belum ada'],
  ['bring', 'Bawa sendiri ke bank'],
] as const;

const Lines = ({ lines }: Pick<Scheme, 'lines'>) => (
  <>
    {groups.map(([state, title]) => {
      const own = lines.filter((line) => line.state === state);
      return (
        own.length > 0 && (
          <section key={state}>
            <h3>{title}</h3>
            <ul class="plain">
              {own.map(({ need, name, detail }) => (
                <li key={need}>
                  <b>{name}</b>
                  {state !== 'bring' && <span class="small quiet"> {detail}</span>}
                </li>
              ))}
            </ul>
          </section>
        )
      );
    })}
  </>
);

type BlockProps = Omit<Parameters<typeof ApplyForm>[0], 'scheme'> & {
  readonly scheme: Scheme;
  readonly mayApply: boolean;
};
const SchemeBlock = ({ scheme, mayApply, ...applying }: BlockProps) => (
  <details>
    <summary>
      <span>
        <bdi>{scheme.name}</bdi>, {rupiah(scheme.fromRupiah)} sampai {rupiah(scheme.upToRupiah)}
      </span>
    </summary>
    <div class="stackd">
      <p>
        <bdi>{scheme.terms}</bdi>
      </p>
      <Lines lines={scheme.lines} />
      <p class="small quiet">
        Menurut <bdi>{scheme.source}</bdi>, berlaku sejak {day(scheme.validFrom)}
        {scheme.validTo && ` sampai ${day(scheme.validTo)}`}.
      </p>
    </div>
    {mayApply && <ApplyForm {...applying} scheme={scheme} />}
  </details>
);

const KurBands = ({ kur }: Pick<Ready, 'kur'>) => (
  <details>
    <summary>
      <span>Apa itu KUR?</span>
    </summary>
    <p>
      Kredit Usaha Rakyat: pinjaman bank yang sebagian bunganya dibayar negara. ASN, TNI, dan Polri tidak boleh
      meminjam.
    </p>
    <ul class="plain">
      {kur.map((band) => (
        <li key={band.code}>
          <b>{band.name}</b>: sampai {rupiah(band.upToRupiah)}, bunga {band.firstPercent}%
          {band.repeatedPercent > band.firstPercent && ` (pinjaman berikutnya naik sampai ${band.repeatedPercent}%)`}{' '}
          setahun, usaha berjalan {band.monthsInBusiness} bulan.
        </li>
      ))}
    </ul>
    {kur[0] && (
      <p class="small quiet">
        {kur[0].source}
        {!kur[0].confirmed && '. Angka ini belum dicocokkan dengan naskah aslinya; tanyakan lagi ke bank'}.
      </p>
    )}
  </details>
);

const Bills = ({ bills }: Pick<Ready, 'bills'>) => (
  <section>
    <h2>Tagihan dinas yang belum dibayar</h2>
    {bills.count === 0 ? (
      <p class="quiet">Tidak ada. Semua pesanan dinas yang sudah diterima sudah dibayar.</p>
    ) : (
      <p>
        {bills.count} pesanan, <b>{rupiah(bills.rupiah)}</b>
        {bills.oldestOn && `, diterima paling lama sejak ${day(bills.oldestOn)}`}. Bank dengan skema tagihan bisa
        membayarnya lebih dulu kepada Anda; dinas lalu membayar bank. Syaratnya tanyakan ke bank. Pasar Rata hanya
        memberi tahu.
      </p>
    )}
  </section>
);

/** What a bank would read, to be seen before anybody is let in. */
const Preview = ({ call, merchantId }: { call: Call; merchantId: string }) => {
  const [content, setContent] = useState<PackContent>();
  const act = useAct();
  const read = () =>
    act.run(async () =>
      setContent(await call('GET /merchants/{merchantId}/statement-pack', { params: { merchantId } })),
    );
  return (
    <details onToggle={({ currentTarget }) => currentTarget.open && !content && void read()}>
      <summary>
        <span>Lihat yang akan dibaca bank</span>
      </summary>
      {act.refusal && <Summary refusal={act.refusal} />}
      {content ? <PackFacts content={content} /> : <p class="quiet">Memuat rekam usaha…</p>}
    </details>
  );
};

export type CapitalData = {
  readonly ready: Ready;
  /** Empty for staff: applications are the owner's alone. */
  readonly own: readonly Own[];
  readonly openings: Openings;
};
/** Everything the page shows, asked for at once. */
export const loadCapital = async (call: Call, { merchantId, role }: Shop): Promise<CapitalData> => {
  const [params, query] = [{ merchantId }, { limit: 50 }];
  const isOwner = role === 'owner';
  const [ready, own, openings] = await Promise.all([
    call('GET /merchants/{merchantId}/capital-readiness', { params }),
    isOwner ? call('GET /merchants/{merchantId}/capital-applications', { params, query }) : undefined,
    isOwner ? call('GET /merchants/{merchantId}/capital-openings', { params, query }) : undefined,
  ]);
  return { ready, own: own?.items ?? [], openings: openings?.items ?? [] };
};

type Props = { readonly call: Call; readonly shop: Shop; readonly first: CapitalData };

/** A shop's way to capital: what it applied for, what banks of the city offer, and what of what they ask for is there. */
export const CapitalPage = ({ call, shop, first }: Props) => {
  const [{ ready, own, openings }, setData] = useState(first);
  const { merchantId } = shop;
  const { facts, banks, kur, bills } = ready;
  const again = () => void loadCapital(call, shop).then(setData, () => {});
  const isOwner = shop.role === 'owner';
  return (
    <>
      <PageTop title="Modal usaha" back={`/toko-saya/?toko=${merchantId}`} />
      <Main>
        <p class="quiet">
          <bdi>{shop.name}</bdi>
        </p>
        <p>
          Toko Anda di Pasar Rata sejak {day(facts.since)}. Ada penjualan pada {facts.monthsSold} dari 12 bulan
          terakhir. Bank sendiri yang memutuskan; Pasar Rata tidak menilai kelayakan Anda.
        </p>
        <OwnApplications call={call} merchantId={merchantId} items={own} onDone={again} />
        <OpeningLog openings={openings} />
        {isOwner && <Preview call={call} merchantId={merchantId} />}
        {banks.length === 0 && (
          <Notice title="Belum ada bank" text="Kota Anda belum mencatat bank dan skemanya. Lihat lagi nanti." />
        )}
        {banks.map((bank) => (
          <section key={bank.bankId}>
            <h2>
              <bdi>{bank.name}</bdi>
            </h2>
            <p class="quiet">
              <bdi>{bank.about}</bdi>
            </p>
            {bank.schemes.length === 0 && <p class="quiet">Tidak ada skema yang berlaku hari ini.</p>}
            {bank.schemes.map((scheme) => (
              <SchemeBlock
                key={scheme.schemeId}
                call={call}
                merchantId={merchantId}
                bank={bank}
                scheme={scheme}
                onDone={again}
                mayApply={isOwner && bank.open}
              />
            ))}
          </section>
        ))}
        <KurBands kur={kur} />
        <Bills bills={bills} />
      </Main>
      <BottomBar at="akun" />
    </>
  );
};
