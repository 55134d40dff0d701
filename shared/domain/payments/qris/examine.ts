import { checkAmount, checkCrc, checkForms, checkRepeats, type Qris } from './checks.ts';
import { readFields, valueIn } from './qris-fields.ts';
import { checkAcquirers, readNational } from './qris-merchant.ts';

const tips: Partial<Record<string, Qris['tip']>> = { '01': 'asked', '02': 'added', '03': 'added' };

/** Everything that is wrong with a payload; an empty list is a whole one. */
export const examine = (payload: string): { qris: Qris; faults: readonly string[] } => {
  const faults: string[] = [];
  const { fields, broken } = readFields(payload);
  if (broken !== null) faults.push(broken);
  checkForms(fields, faults);
  checkRepeats(fields, faults);
  checkAcquirers(fields, faults);
  const { nmid, class: size } = readNational(fields, faults);
  const kind = valueIn(fields, '01') === '12' ? 'dynamic' : 'static';
  const amountRupiah = checkAmount(fields, kind, faults);
  const tip = valueIn(fields, '55') === undefined ? 'none' : tips[valueIn(fields, '55') ?? ''];
  if (tip === undefined) faults.push('Keterangan tip (bagian 55) tidak dikenal.');
  if (broken === null) checkCrc(payload, fields, faults);
  const [name = '', city = ''] = [valueIn(fields, '59'), valueIn(fields, '60')];
  return { qris: { payload, kind, nmid, name, city, class: size, amountRupiah, tip: tip ?? 'none' }, faults };
};
