/*
 * npm run --silent verify-audit -- 35.73 [--seen 12:<hash>]
 *
 * Walks the chain of a city's (35.73), a province's (35) or the country's (ID) acts and says `whole`, or at which number an
 * act was changed, moved, taken out or cut off. Whoever may write the table could write the chain again from some act on:
 * `--seen` names an act and its hash as somebody outside kept them, and finds that too. Ends with 1 unless it is whole.
 */
import { Advice, advise } from '../../infra/local/advice.ts';
import { flawIn, type Head } from '../../shared/domain/audit/chain.ts';
import { readChain } from '../../shared/table/audit.ts';
import { isPlace, wordsAsked } from '../asked.ts';
import { inMarket } from '../open-market.ts';

const USAGE = 'Tulis wilayah: npm run --silent verify-audit -- 35.73 [--seen 12:<sidik>]';
const flaws = {
  missing: 'hilang',
  changed: 'isinya diubah',
  moved: 'bukan di tempatnya',
  cut: 'rantai berakhir sebelum waktunya',
  rewritten: 'bukan yang pernah dilihat',
} as const;

const asked = (): { chain: string; seen: Head | undefined } => {
  const { values, positionals } = wordsAsked(USAGE, { seen: { type: 'string' } });
  const [chain = ''] = positionals;
  if (positionals.length !== 1 || !isPlace(chain)) throw new Advice(USAGE);
  if (values.seen === undefined) return { chain, seen: undefined };
  const [, seq, hash] = /^([1-9]\d{0,8}):([0-9a-f]{64})$/.exec(values.seen) ?? [];
  if (seq === undefined || hash === undefined) throw new Advice(USAGE);
  return { chain, seen: { seq: Number(seq), hash } };
};

await advise(async () => {
  const { chain, seen } = asked();
  const { acts, head } = await inMarket(({ world }) => readChain(world.table, chain));
  const flaw = flawIn(acts, head, seen);
  if (flaw) {
    console.log(`${chain}: catatan nomor ${flaw.seq} ${flaws[flaw.flaw]}`);
    process.exitCode = 1;
  } else console.log(`${chain}: utuh (whole), ${head.seq} catatan, sidik terakhir ${head.hash}`);
});
