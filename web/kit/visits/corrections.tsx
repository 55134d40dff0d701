import type { Output } from '../../../shared/contract.ts';
import { needWords, obstacleWords } from '../../../shared/domain/visits/words.ts';
import { localTime } from '../days.ts';

type Correction = Output<'GET /merchants/{merchantId}/visits'>['items'][number]['corrections'][number];

const wordsOf = ({ before }: Correction) =>
  [
    ['Produksi', before.production],
    ['Pemasaran', before.marketing],
    ['Hambatan', before.obstacles.map((one) => obstacleWords[one]).join(', ')],
    ['Masalah', before.problems],
    ['Kebutuhan', before.needs.map(({ kind, text }) => `${needWords[kind]}: ${text}`).join('; ')],
    ['Janji', before.agreed],
  ] as const;

/** What a record said before each correction, when it was corrected and why; newest first. */
export const Corrections = ({ corrections }: { corrections: readonly Correction[] }) => (
  <>
    {[...corrections].reverse().map((one) => (
      <details key={one.at}>
        <summary>
          <span>
            Diperbaiki {localTime(one.at)}: <bdi>{one.reason}</bdi>
          </span>
        </summary>
        <p class="quiet">Sebelumnya tertulis:</p>
        <ul>
          {wordsOf(one).map(([name, value]) =>
            value ? (
              <li key={name}>
                {name}: <bdi>{value}</bdi>
              </li>
            ) : null,
          )}
        </ul>
      </details>
    ))}
  </>
);
