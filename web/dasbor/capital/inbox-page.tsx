import { useState } from 'preact/hooks';
import type { Output } from '../../../shared/contract.ts';
import { day, monthName, phone, rupiah } from '../../../shared/domain/basics/wording.ts';
import { applicationWords } from '../../../shared/domain/capital/words.ts';
import { useAct } from '../../kit/act.ts';
import { PackFacts } from '../../kit/capital/pack-facts.tsx';
import { localTime, untilTime } from '../../kit/days.ts';
import { DataTable, More } from '../../kit/desk/data-table.tsx';
import { ViewTabs } from '../../kit/desk/view-tabs.tsx';
import { saveFile } from '../../kit/files/download-file.ts';
import { Form, filled, flawAt, SelectField, Summary, TextArea } from '../../kit/form.tsx';
import { Notice } from '../../kit/page.tsx';
import { districtName } from '../../kit/places.ts';
import { dasborAddress } from '../address.ts';
import type { AskedCity, Opened } from '../opened.ts';

const SLUG = 'permohonan-modal';
type Found = Output<'GET /banks/{bankId}/applications'>;
type Application = Found['items'][number];
type Handed = Output<'POST /banks/{bankId}/applications/{applicationId}/open'>;

/** The banks of this city that somebody is an officer of. */
const banksOf = ({ me, place }: AskedCity) =>
  (me?.memberships ?? [])
    .filter(({ role, city }) => role === 'bank-officer' && city === place.code)
    .map(({ scope, name }) => ({ bankId: scope.slice('bank:'.length), name }));

const Inbox = ({ asked: { place, query }, found }: { asked: AskedCity; found: Found }) =>
  found.items.length === 0 ? (
    <Notice
      title="Tidak ada permohonan di sini"
      text="Yang tampil hanya permohonan ke bank Anda yang izinnya masih berlaku."
    />
  ) : (
    <>
      <DataTable
        caption="Yang paling lama menunggu lebih dulu. Yang izinnya dicabut atau habis tidak tampil."
        columns={[
          {
            name: 'Toko',
            show: ({ applicationId, bankId, merchantName }) => (
              <a href={dasborAddress(`${SLUG}/${applicationId}`, place, { bank: bankId })}>
                <bdi>{merchantName}</bdi>
              </a>
            ),
          },
          { name: 'Kecamatan', show: ({ district }) => districtName(place.city, district) },
          { name: 'Skema', show: ({ schemeName }) => <bdi>{schemeName}</bdi> },
          { name: 'Jumlah', number: true, show: ({ amountRupiah }) => rupiah(amountRupiah) },
          { name: 'Dikirim', show: ({ sentAt }) => day(sentAt) },
          { name: 'Keadaan', show: ({ state }) => applicationWords[state] },
        ]}
        rows={found.items}
        keyOf={({ applicationId }) => applicationId}
      />
      <More
        of="permohonan"
        next={found.next ? dasborAddress(SLUG, place, { ...query, lanjut: found.next }) : undefined}
        first={query['lanjut'] && dasborAddress(SLUG, place, { ...query, lanjut: undefined })}
      />
    </>
  );

type OneProps = { readonly asked: AskedCity; readonly one: Application };
/** Opens the statement, which its owner sees at once; what was handed over stays on this page only. */
const Statement = ({ asked: { call }, one: { bankId, applicationId, mayOpen, consent } }: OneProps) => {
  const [handed, setHanded] = useState<Handed>();
  const [key] = useState(() => crypto.randomUUID());
  const act = useAct();
  const open = () =>
    act.run(async () => {
      const headers = { 'idempotency-key': key };
      const params = { bankId, applicationId };
      setHanded(
        await call('POST /banks/{bankId}/applications/{applicationId}/open', {
          params,
          body: { purpose: consent.purpose },
          headers,
        }),
      );
    });
  const name = `rekam-usaha-${handed?.pack.code}`;
  const pdf = () => Uint8Array.from(atob(handed?.pdf ?? ''), (letter) => letter.charCodeAt(0));
  return (
    <section>
      <h2>Rekam usaha</h2>
      {act.refusal && <Summary refusal={act.refusal} />}
      {handed ? (
        <>
          <PackFacts content={handed.pack.content} />
          <div class="acts">
            <button class="button" type="button" onClick={() => saveFile(new Blob([pdf()]), `${name}.pdf`)}>
              Simpan PDF
            </button>
            <button
              class="line"
              type="button"
              onClick={() => saveFile(new Blob([JSON.stringify(handed.pack)]), `${name}.json`)}
            >
              Simpan JSON bertanda tangan
            </button>
          </div>
          <p class="small quiet">
            Kode {handed.pack.code}. Siapa pun bisa mencocokkannya di{' '}
            <a href={`/cek/${handed.pack.code}`}>halaman cek</a>.
          </p>
        </>
      ) : mayOpen ? (
        <>
          <p>
            {monthName(consent.from)} sampai {monthName(consent.to)}. Izin berlaku sampai {untilTime(consent.expiresAt)}
            , {consent.repeated ? 'boleh dibuka berkali-kali' : 'untuk satu kali buka'}. Pemilik langsung melihat bahwa
            Anda membukanya.
          </p>
          <button class="button" type="button" disabled={act.busy} onClick={() => void open()}>
            Buka rekam usaha
          </button>
        </>
      ) : (
        <p class="quiet">Izin satu kali sudah dipakai. Minta izin baru ke pemilik toko bila perlu.</p>
      )}
    </section>
  );
};

const Answer = ({ asked: { call, again }, one: { bankId, applicationId } }: OneProps) => {
  const act = useAct();
  const send = (form: HTMLFormElement) =>
    act.run(async () => {
      const { jawaban, alasan: reason = '' } = filled(form);
      const body = { outcome: jawaban === 'accepted' ? 'accepted' : 'declined', reason } as const;
      await call('POST /banks/{bankId}/applications/{applicationId}/answer', {
        params: { bankId, applicationId },
        body,
      });
      again();
    });
  return (
    <section>
      <h2>Jawaban bank</h2>
      <Form onSubmit={send}>
        {act.refusal && <Summary refusal={act.refusal} />}
        <SelectField
          label="Jawaban"
          name="jawaban"
          required
          choices={[
            ['', 'Pilih jawaban'],
            ['accepted', 'Diterima'],
            ['declined', 'Ditolak'],
          ]}
        />
        <TextArea label="Alasan" name="alasan" rows={3} required flaw={flawAt(act.refusal, '/reason')} />
        <p class="quiet">Pemilik toko membaca jawaban dan alasan ini. Jawaban pertama yang berlaku.</p>
        <button class="button" type="submit" disabled={act.busy}>
          Kirim jawaban
        </button>
      </Form>
    </section>
  );
};

const openOne = async (asked: AskedCity, bankId: string): Promise<Opened> => {
  const { call, place, rest } = asked;
  const params = { bankId, applicationId: rest };
  const one = await call('GET /banks/{bankId}/applications/{applicationId}', { params });
  const page = (
    <article>
      <h1>
        <bdi>{one.merchantName}</bdi>
      </h1>
      <p>
        <a href={dasborAddress(SLUG, place, { bank: bankId })}>Kembali ke Permohonan modal</a>
      </p>
      <dl class="facts">
        <dt>Skema</dt>
        <dd>
          <bdi>{one.schemeName}</bdi>
        </dd>
        <dt>Jumlah</dt>
        <dd>{rupiah(one.amountRupiah)}</dd>
        {one.note && (
          <>
            <dt>Untuk</dt>
            <dd>
              <bdi>{one.note}</bdi>
            </dd>
          </>
        )}
        <dt>Nomor HP</dt>
        <dd>{one.phone && phone(one.phone)}</dd>
        <dt>Keadaan</dt>
        <dd>{applicationWords[one.state]}</dd>
      </dl>
      {one.answer && (
        <p>
          Dijawab {localTime(one.answer.at)}: <bdi>{one.answer.reason}</bdi>
        </p>
      )}
      <Statement asked={asked} one={one} />
      {one.state === 'sent' && <Answer asked={asked} one={one} />}
    </article>
  );
  return { title: one.merchantName, page };
};

/** What shops applied for at one's bank, as long as they let it look; or one application. */
export const openInbox = async (asked: AskedCity): Promise<Opened> => {
  const { call, place, query, rest } = asked;
  const banks = banksOf(asked);
  const bank = banks.find(({ bankId }) => bankId === query['bank']) ?? banks[0];
  if (bank && rest !== '') return openOne(asked, bank.bankId);
  const view = query['lihat'] === 'dijawab' ? 'answered' : 'waiting';
  const cursor = query['lanjut'];
  const found: Found = bank
    ? await call('GET /banks/{bankId}/applications', {
        params: { bankId: bank.bankId },
        query: { view, limit: 50, ...(cursor ? { cursor } : {}) },
      })
    : { items: [], next: null };
  const at = (bankId: string | undefined, lihat?: string) => dasborAddress(SLUG, place, { bank: bankId, lihat });
  const page = (
    <section aria-labelledby="permohonan">
      <h1 id="permohonan">Permohonan modal</h1>
      {banks.length > 1 && (
        <ViewTabs
          label="Bank"
          at={at(bank?.bankId)}
          views={banks.map(({ bankId, name }) => ({ name, to: at(bankId) }))}
        />
      )}
      <ViewTabs
        label="Permohonan"
        at={at(bank?.bankId, view === 'answered' ? 'dijawab' : undefined)}
        views={[
          { name: 'Menunggu jawaban', to: at(bank?.bankId) },
          { name: 'Sudah dijawab', to: at(bank?.bankId, 'dijawab') },
        ]}
      />
      <Inbox asked={asked} found={found} />
    </section>
  );
  return { title: 'Permohonan modal', page };
};
