/*
 * npm run --silent verify-snapshot -- 35.73 2026-10 [--revision 2]
 *
 * Computes a closed month again from the input that was kept with it and says `match`, or where it differs. Reads the
 * market in .local (a copy, so it may be running), or TABLE_NAME and FILES_BUCKET on AWS. Ends with 1 unless it matches.
 */
import { parseArgs } from 'node:util';
import { verifyMonth } from '../functions/equity/close/verify-month.ts';
import { Month } from '../shared/domain/basics/month.ts';
import { Mistake, openMarket } from './open-market.ts';

const USAGE = 'Tulis wilayah dan bulan: npm run --silent verify-snapshot -- 35.73 2026-10 [--revision 2]';

const asked = () => {
  const { values, positionals } = parsed();
  const [place = '', month = ''] = positionals;
  if (positionals.length !== 2) throw new Mistake(USAGE);
  if (!/^(\d{2}\.\d{2}|\d{2}|ID)$/.test(place))
    throw new Mistake(`Wilayah ${JSON.stringify(place)} bukan kode kota (35.73), provinsi (35) atau ID. ${USAGE}`);
  if (!Month.safeParse(month).success)
    throw new Mistake(`Bulan ${JSON.stringify(month)} bukan tahun-bulan seperti 2026-10. ${USAGE}`);
  if (values.revision === undefined) return { place, month };
  if (!/^[1-9][0-9]{0,8}$/.test(values.revision)) throw new Mistake(`--revision adalah angka mulai 1. ${USAGE}`);
  return { place, month, revision: Number(values.revision) };
};

/** An unknown option is answered in the language of the rest. */
const parsed = () => {
  try {
    return parseArgs({ allowPositionals: true, options: { revision: { type: 'string' } } });
  } catch {
    throw new Mistake(USAGE);
  }
};

try {
  const where = asked();
  const { world, files, close } = await openMarket();
  try {
    const result = await verifyMonth(world, files, where);
    const of = `${where.place} ${where.month}`;
    if (result.verdict === 'impossible') throw new Mistake(`${of}: tidak dapat dihitung ulang, ${result.why}`);
    const { revision, hash } = result.snapshot;
    console.log(`${of} revisi ${revision}: ${result.verdict} ${hash}`);
    if (result.verdict === 'differs') {
      for (const { at, stored, computed } of result.differences)
        console.log(`  ${at}: tersimpan ${stored}, dihitung ${computed}`);
      process.exitCode = 1;
    }
  } finally {
    await close();
  }
} catch (error) {
  if (!(error instanceof Mistake)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
