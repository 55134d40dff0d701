/*
 * npm run --silent verify-snapshot -- 35.73 2026-10 [--revision 2]
 *
 * Computes a closed month again from the input that was kept with it and says `match`, or where it differs; so too
 * what could have been attained in it. Reads the
 * market in .local (a copy, so it may be running), or TABLE_NAME and FILES_BUCKET on AWS. Ends with 1 unless it matches.
 */
import type { Difference } from '../../functions/equity/close/differences.ts';
import { verifyAttainable } from '../../functions/equity/close/verify-attainable.ts';
import { verifyMonth } from '../../functions/equity/close/verify-month.ts';
import { Advice, advise } from '../../infra/local/advice.ts';
import { Month } from '../../shared/domain/basics/month-schema.ts';
import { isPlace, wordsAsked } from '../asked.ts';
import { inMarket } from '../open-market.ts';

const USAGE = 'Tulis wilayah dan bulan: npm run --silent verify-snapshot -- 35.73 2026-10 [--revision 2]';

const asked = () => {
  const { values, positionals } = wordsAsked(USAGE, { revision: { type: 'string' } });
  const [place = '', month = ''] = positionals;
  if (positionals.length !== 2) throw new Advice(USAGE);
  if (!isPlace(place))
    throw new Advice(`Wilayah ${JSON.stringify(place)} bukan kode kota (35.73), provinsi (35) atau ID. ${USAGE}`);
  if (!Month.safeParse(month).success)
    throw new Advice(`Bulan ${JSON.stringify(month)} bukan tahun-bulan seperti 2026-10. ${USAGE}`);
  if (values.revision === undefined) return { place, month };
  if (!/^[1-9][0-9]{0,8}$/.test(values.revision)) throw new Advice(`--revision adalah angka mulai 1. ${USAGE}`);
  return { place, month, revision: Number(values.revision) };
};

const tell = (differences: readonly Difference[]): void => {
  for (const { at, stored, computed } of differences) console.log(`  ${at}: tersimpan ${stored}, dihitung ${computed}`);
  process.exitCode = 1;
};

await advise(async () => {
  const where = asked();
  const [result, beside] = await inMarket(async ({ world, files }) => [
    await verifyMonth(world, files, where),
    await verifyAttainable(world, files, where),
  ]);
  const of = `${where.place} ${where.month}`;
  if (result.verdict === 'impossible') throw new Advice(`${of}: tidak dapat dihitung ulang, ${result.why}`);
  const { revision, hash } = result.snapshot;
  console.log(`${of} revisi ${revision}: ${result.verdict} ${hash}`);
  if (result.verdict === 'differs') tell(result.differences);
  if (beside.verdict === 'none') return;
  console.log(`${of} yang bisa dicapai: ${beside.verdict}${beside.verdict === 'impossible' ? `, ${beside.why}` : ''}`);
  if (beside.verdict === 'differs') tell(beside.differences);
  if (beside.verdict === 'impossible') process.exitCode = 1;
});
