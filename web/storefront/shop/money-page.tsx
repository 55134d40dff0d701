import type { Output } from '../../../shared/contract.ts';
import { addMonths } from '../../../shared/domain/basics/month.ts';
import { day, monthName, rupiah } from '../../../shared/domain/basics/wording.ts';
import {
  buyerOf,
  moneyOf,
  taxesOf,
  totalWords,
  wayInSentence,
} from '../../../shared/domain/payments/statement-words.ts';
import type { Shop } from '../../entry/me.ts';
import { useAct } from '../../kit/act.ts';
import { BottomBar } from '../../kit/bottom-bar.tsx';
import { downloadFile } from '../../kit/files/download-file.ts';
import { Summary } from '../../kit/form.tsx';
import { Main } from '../../kit/page.tsx';
import { PageTop } from '../../kit/page-top.tsx';

type Statement = Output<'GET /merchants/{merchantId}/statements/{month}'>;
type Row = Statement['rows'][number];

const files = [
  ['rekening-koran.pdf', 'Unduh PDF'],
  ['rekening-koran.xlsx', 'Unduh XLSX'],
  ['rekening-koran.csv', 'Unduh CSV'],
] as const;

const moneyAddress = (merchantId: string, month: string): string => `/toko-saya/uang?toko=${merchantId}&bulan=${month}`;

const Months = ({ merchantId, month, today }: Pick<Statement, 'merchantId' | 'month' | 'today'>) => {
  const [before, after] = [addMonths(month, -1), addMonths(month, 1)];
  return (
    <nav class="chips" aria-label="Bulan">
      <a href={moneyAddress(merchantId, before)}>‹ {monthName(before)}</a>
      <a href={moneyAddress(merchantId, month)} aria-current="page">
        {monthName(month)}
      </a>
      {after <= today.slice(0, 7) && <a href={moneyAddress(merchantId, after)}>{monthName(after)} ›</a>}
    </nav>
  );
};

const told = (row: Row): string =>
  [
    `${day(row.on)}, ${wayInSentence(row)}`,
    row.feeRupiah > 0 && `ongkos antar ${rupiah(row.feeRupiah)}`,
    taxesOf(row) && `dipungut ${taxesOf(row)}`,
    row.backRupiah > 0 && `dikembalikan ${rupiah(row.backRupiah)}`,
    row.owedBackRupiah > 0 && `harus dikembalikan ${rupiah(row.owedBackRupiah)}`,
  ]
    .filter(Boolean)
    .join(' · ');

const OrderRow = ({ row }: { row: Row }) => (
  <li>
    <a class="row" href={`/pesanan/${row.orderId}#bayar`}>
      <span>
        <b>
          <bdi>{buyerOf(row)}</bdi> {row.code}
        </b>
        <span class="small quiet">{told(row)}</span>
      </span>
      <span class="right">
        <b>{rupiah(row.dueRupiah || row.paidRupiah)}</b>
        <span class="badge">{moneyOf(row)}</span>
      </span>
    </a>
  </li>
);

type Props = { readonly token: string; readonly shop: Shop; readonly statement: Statement };

/** A shop's month of money: what was earned, what came, what is still to come, order by order, and the same as a file. */
export const MoneyPage = ({ token, shop, statement }: Props) => {
  const act = useAct();
  const { merchantId, month, rows, totals } = statement;
  const take = (file: string) =>
    act.run(() =>
      downloadFile(token, `/merchants/${merchantId}/statements/${month}/${file}`, file.replace('.', `-${month}.`)),
    );
  return (
    <>
      <PageTop title="Uang" back={`/toko-saya/?toko=${merchantId}`} />
      <Main>
        <p class="quiet">
          <bdi>{shop.name}</bdi>
        </p>
        <Months {...statement} />
        <section class="sunken">
          <p class="small quiet">Uang yang Anda terima, dari pesanan {monthName(month)}</p>
          <p class="large">{rupiah(totals.netRupiah)}</p>
          <dl class="sums">
            {totalWords(totals)
              .filter(([, sum]) => sum !== rupiah(0))
              .map(([name, sum]) => (
                <div key={name} class="sum">
                  <dt>{name}</dt>
                  <dd>{sum}</dd>
                </div>
              ))}
          </dl>
          <p class="small quiet">
            Uang langsung dari pembeli ke Anda; pasar tidak memotong. Pesanan masuk bulan ketika barangnya sampai. Omzet
            baru menghitungnya setelah pembeli menerima, jadi jumlahnya bisa berbeda.
          </p>
        </section>
        <section>
          <h2>Pesanan ({rows.length})</h2>
          {rows.length === 0 && <p class="quiet">Belum ada barang yang sampai ke pembeli pada {monthName(month)}.</p>}
          <ul class="rows">
            {rows.map((row) => (
              <OrderRow key={row.orderId} row={row} />
            ))}
          </ul>
        </section>
        {/* Of no use on paper, where nothing is pressed: what finds the way is not printed. */}
        <section>
          <nav class="plain" aria-labelledby="rekening-koran">
            <h2 id="rekening-koran">Rekening koran toko</h2>
            <p>Untuk disimpan, dicetak, atau ditunjukkan ke bank. Nama pembeli perorangan tidak ikut tertulis.</p>
            {shop.helperName && <p class="say">Anda pendamping toko ini: setiap unduhan tercatat untuk pemilik.</p>}
            {act.refusal && <Summary refusal={act.refusal} />}
            <div class="acts">
              {files.map(([file, name]) => (
                <button key={file} class="line" type="button" disabled={act.busy} onClick={() => take(file)}>
                  {name}
                </button>
              ))}
            </div>
          </nav>
        </section>
      </Main>
      <BottomBar at="akun" />
    </>
  );
};
