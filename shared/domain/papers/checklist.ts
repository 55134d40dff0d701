import { type Purchase, type PurchaseForm, purchaseFormOn } from '../../rules/purchase-forms.ts';
import type { Day } from '../basics/month.ts';
import type { Order } from '../orders/order.ts';
import { endedUndelivered } from '../orders/order-states.ts';
import type { Payment } from '../payments/payment.ts';
import type { PaperKind } from './paper-kinds.ts';

/** Who has to act before a paper can be there. */
export type Holder = 'office' | 'approver' | 'receiver' | 'treasurer' | 'merchant';
export const holderNames: Record<Holder, string> = {
  office: 'pemesan',
  approver: 'PPK',
  receiver: 'penerima barang',
  treasurer: 'bendahara',
  merchant: 'penjual',
};

export type ChecklistLine = {
  readonly kind: PaperKind;
  readonly state: 'ready' | 'missing' | 'not_needed';
  readonly heldBy?: Holder;
  readonly reason?: string;
};

export type ChecklistFacts = {
  readonly order: Order;
  readonly payment: Payment | undefined;
  readonly day: Day;
  readonly purchase: Purchase;
  /** The sum of the package the order belongs to: forms are chosen by it. */
  readonly packageRupiah: number;
  readonly photos: number;
  /** Papers this office's own list asks for besides; the law's are always asked. */
  readonly extra: readonly PaperKind[];
};

const ready = (kind: PaperKind): ChecklistLine => ({ kind, state: 'ready' });
const missing = (kind: PaperKind, heldBy: Holder, reason: string): ChecklistLine => ({
  kind,
  state: 'missing',
  heldBy,
  reason,
});

const waitingFor = ({ state }: Order): [Holder, string] => {
  if (state === 'awaiting_approval') return ['approver', 'Pesanan belum disetujui.'];
  if (state === 'placed') return ['merchant', 'Penjual belum menerima pesanan.'];
  if (state === 'accepted') return ['merchant', 'Barang belum dikirim.'];
  if (state === 'partly_received') return ['merchant', 'Baru sebagian barang yang diterima.'];
  return ['receiver', 'Barang belum diterima.'];
};

/** Of an order that ended without its goods no paper is made any more: one of a rejected order would pass for an order. */
const unlessEnded = ({ order }: ChecklistFacts, line: ChecklistLine): ChecklistLine =>
  endedUndelivered.includes(order.state) ? { kind: line.kind, state: 'not_needed' } : line;

const ordered = (kind: PaperKind, facts: ChecklistFacts): ChecklistLine =>
  unlessEnded(
    facts,
    facts.order.state === 'awaiting_approval' ? missing(kind, 'approver', 'Pesanan belum disetujui.') : ready(kind),
  );

const received = (kind: PaperKind, facts: ChecklistFacts): ChecklistLine =>
  unlessEnded(facts, facts.order.state === 'received' ? ready(kind) : missing(kind, ...waitingFor(facts.order)));

const photographed = (kind: PaperKind, facts: ChecklistFacts): ChecklistLine => {
  if (facts.photos > 0) return unlessEnded(facts, ready(kind));
  return facts.order.handovers.length > 0 ? missing(kind, 'receiver', 'Belum ada foto barang.') : received(kind, facts);
};

/** A receipt says that money was received: it is there when the shop has confirmed it, and not before. */
const receipted = (kind: PaperKind, facts: ChecklistFacts): ChecklistLine => {
  const state = facts.payment?.state;
  if (facts.order.state !== 'received') return received(kind, facts);
  if (state === 'confirmed' || state === 'return_owed' || state === 'returned') return ready(kind);
  return state === 'recorded'
    ? missing(kind, 'merchant', 'Penjual belum mengonfirmasi uangnya.')
    : missing(kind, 'treasurer', 'Belum dibayar.');
};

/** What the treasurer recorded is told until the shop has looked and found nothing: then the two talk, and it is recorded again. */
const recorded = (kind: PaperKind, facts: ChecklistFacts): ChecklistLine => {
  const { treasury, state } = facts.payment ?? {};
  if (treasury && state === 'not_found') return missing(kind, 'treasurer', 'Penjual belum menemukan uangnya.');
  if (treasury) return ready(kind);
  return facts.order.state === 'received'
    ? missing(kind, 'treasurer', 'Pembayaran belum dicatat.')
    : received(kind, facts);
};

const rules: Record<PaperKind, (kind: PaperKind, facts: ChecklistFacts) => ChecklistLine> = {
  'surat-pesanan': ordered,
  spk: ordered,
  nota: received,
  bast: received,
  pemeriksaan: received,
  foto: photographed,
  kuitansi: receipted,
  'bukti-bayar': recorded,
  pajak: recorded,
};

/** The papers a form brings with it. */
const papersOfForm: Record<PurchaseForm, readonly PaperKind[]> = {
  'surat-pesanan': ['surat-pesanan'],
  'bukti-pembelian': ['surat-pesanan'],
  kuitansi: ['surat-pesanan'],
  spk: ['surat-pesanan', 'spk'],
  // Above the ceiling of direct procurement no order is placed here; the paper would be the SPK's.
  'surat-perjanjian': ['surat-pesanan', 'spk'],
};
const always: readonly PaperKind[] = ['nota', 'kuitansi', 'bast', 'foto', 'bukti-bayar', 'pajak'];

/** Which papers an office's order needs, by its value and day, and what its own list adds; each once, in a fixed order. */
export const neededPapers = ({ day, purchase, packageRupiah, extra }: ChecklistFacts): readonly PaperKind[] => {
  const { form } = purchaseFormOn(day, purchase, packageRupiah);
  const needed = new Set<PaperKind>([...papersOfForm[form], ...always, ...extra]);
  return (Object.keys(rules) as PaperKind[]).filter((kind) => needed.has(kind));
};

/** The checklist of an order's papers: what is there, what is missing, and who holds it up. */
export const checklist = (facts: ChecklistFacts): readonly ChecklistLine[] =>
  neededPapers(facts).map((kind) => rules[kind](kind, facts));

/** Whether the pack is whole: nothing is missing. */
export const isComplete = (lines: readonly ChecklistLine[]): boolean => lines.every(({ state }) => state !== 'missing');
