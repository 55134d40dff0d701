/*
 * npm run --silent verify-snapshot -- 35.73 2026-10 [--revision 2]
 *
 * Computes a closed month again from the input that was kept with it and says `match`, or where it differs. Reads the
 * market in .local (a copy, so it may be running), or TABLE_NAME and FILES_BUCKET on AWS. Ends with 1 unless it matches.
 */
import { parseArgs } from 'node:util';
import { verifyMonth } from '../functions/equity/verify-month.ts';
import { Month } from '../shared/domain/month.ts';
import { Mistake, openMarket } from './open-market.ts';

const asked = () => {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { revision: { type: 'string' } } });
  const [place = '', month = ''] = positionals;
  const revision = values.revision === undefined ? undefined : Number(values.revision);
  if (!/^(\d{2}\.\d{2}|\d{2}|ID)$/.test(place) || !Month.safeParse(month).success || positionals.length !== 2)
    throw new Mistake('Tulis wilayah dan bulan: npm run --silent verify-snapshot -- 35.73 2026-10 [--revision 2]');
  if (revision !== undefined && !(Number.isInteger(revision) && revision > 0))
    throw new Mistake('--revision adalah angka mulai 1.');
  return { place, month, ...(revision === undefined ? {} : { revision }) };
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
  if (!(error instanceof Mistake) && !(error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS')) throw error;
  console.error((error as Error).message);
  process.exitCode = 1;
}
