import type { Output } from '../../../shared/contract.ts';
import { count, percent, rupiah } from '../../../shared/domain/basics/wording.ts';
import { goodsOf } from '../../../shared/domain/catalogue/goods.ts';

export type Allocation = Output<'POST /cities/{city}/allocations'>;
/** What an office is offered that asked for no number of parts. */
export const DIVIDED = 3;
type Fees = ReadonlyMap<string, number>;
const sumOf = (fees: Fees): number => [...fees.values()].reduce((sum, fee) => sum + fee, 0);
const kindsIn = ({ suppliers }: Allocation): number =>
  new Set(suppliers.map(({ productName: name, unit }) => goodsOf({ name, unit }))).size;
/** What each portion comes to, beside what may be spent on one. */
const PerHead = ({ each, perHead }: { readonly each: number; readonly perHead: number }) => {
  const whole = Math.ceil(each);
  return whole <= perHead ? (
    <p>
      {rupiah(whole)} per orang, dari anggaran {rupiah(perHead)}.
    </p>
  ) : (
    <p class="say waiting">
      {rupiah(whole)} per orang, di atas anggaran {rupiah(perHead)}. Pilih “Barang sejenis” yang lebih murah, atau ubah
      jumlahnya.
    </p>
  );
};

/** How the portions fall on the makers, each with its reason, price and share. */
type ProposalProps = {
  readonly proposal: Allocation;
  readonly fees: Fees;
  readonly perHead: number;
  /** Present where the office did not say into how many parts, and the city's rule made it one. */
  readonly onDivide?: (() => void) | undefined;
  readonly busy: boolean;
};
export const Proposal = ({ proposal, fees, perHead, onDivide, busy }: ProposalProps) => (
  <section class="block">
    <h2>
      {count(proposal.wanted.quantity)} {proposal.suppliers.length > 1 ? 'dibagi ke' : 'dari'}{' '}
      {proposal.suppliers.length} usaha · {rupiah(proposal.totalRupiah + sumOf(fees))}
    </h2>
    {sumOf(fees) > 0 && <p>Termasuk ongkos antar {rupiah(sumOf(fees))}.</p>}
    {perHead > 0 && (
      <PerHead each={(proposal.totalRupiah + sumOf(fees)) / proposal.wanted.quantity} perHead={perHead} />
    )}
    {kindsIn(proposal) > 1 && (
      <p class="say waiting">
        Barangnya tidak sejenis. Pilih “Barang sejenis” di atas bila semua harus mendapat yang sama.
      </p>
    )}
    <p class="small">{proposal.sentence}</p>
    {onDivide && (
      <>
        <p>Ingin lebih banyak usaha kebagian?</p>
        <button class="line" type="button" disabled={busy} onClick={onDivide}>
          Bagi menjadi {DIVIDED} bagian
        </button>
      </>
    )}
    <div class="split" aria-hidden="true">
      {proposal.suppliers.map(({ productId, units }) => (
        <progress key={productId} max={proposal.wanted.quantity} value={units} />
      ))}
    </div>
    <ul class="plain">
      {proposal.suppliers.map((one) => (
        <li key={one.productId}>
          <p class="sum">
            <b>
              <bdi>{one.merchantName}</bdi>
            </b>
            <b>{rupiah(one.valueRupiah)}</b>
          </p>
          <p>
            {count(one.units)} {one.unit} {one.productName}, {rupiah(one.priceRupiah)}
            {one.referenceRupiah !== null && one.referenceRupiah > 0 && (
              <span class="quiet">
                {' '}
                · harga tengah {rupiah(one.referenceRupiah)} ({percent(one.priceRupiah / one.referenceRupiah)})
              </span>
            )}
          </p>
          {(fees.get(one.merchantId) ?? 0) > 0 && <p>Ongkos antar {rupiah(fees.get(one.merchantId) ?? 0)}</p>}
          <p class="small quiet">{one.sentence}</p>
        </li>
      ))}
    </ul>
    {proposal.spare && (
      <p class="small">
        <b>
          Cadangan: <bdi>{proposal.spare.merchantName}</bdi>
        </b>
        , {rupiah(proposal.spare.priceRupiah)} per {proposal.spare.unit}, bisa hingga {count(proposal.spare.maxUnits)}{' '}
        {proposal.spare.unit}. Bila ada yang menolak, Anda bisa menggantinya di halaman pesanan itu.
      </p>
    )}
  </section>
);
