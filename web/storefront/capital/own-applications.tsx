import { useState } from 'preact/hooks';
import type { Output } from '../../../shared/contract.ts';
import { monthName, rupiah } from '../../../shared/domain/basics/wording.ts';
import { applicationWords } from '../../../shared/domain/capital/words.ts';
import type { Call } from '../../entry/client.ts';
import { useAct } from '../../kit/act.ts';
import { localTime, untilTime } from '../../kit/days.ts';
import { Summary } from '../../kit/form.tsx';

export type Own = Output<'GET /merchants/{merchantId}/capital-applications'>['items'][number];
export type Openings = Output<'GET /merchants/{merchantId}/capital-openings'>['items'];

const consentWords = ({ ended, consent }: Own): string => {
  if (ended === 'withdrawn') return 'Izin sudah Anda cabut. Bank tidak melihat apa pun lagi.';
  if (ended === 'expired') return 'Izin sudah habis waktunya. Bank tidak melihat apa pun lagi.';
  const often = consent.repeated ? 'berkali-kali' : consent.openings > 0 ? 'satu kali, sudah dipakai' : 'satu kali';
  return `Bank boleh membaca ${monthName(consent.from)} sampai ${monthName(consent.to)}, ${often}, sampai ${untilTime(consent.expiresAt)}.`;
};

type Props = {
  readonly call: Call;
  readonly merchantId: string;
  readonly items: readonly Own[];
  readonly onDone: () => void;
};
/** What a shop applied for, what the bank said, and one tap to take the consent back. */
export const OwnApplications = ({ call, merchantId, items, onDone }: Props) => {
  const act = useAct();
  const [gone, setGone] = useState<string>();
  if (items.length === 0) return null;
  const withdraw = ({ applicationId, bankName }: Own) =>
    act.run(async () => {
      const params = { merchantId, applicationId };
      await call('POST /merchants/{merchantId}/capital-applications/{applicationId}/withdraw', { params });
      setGone(bankName);
      onDone();
    });
  return (
    <section>
      <h2>Permohonan Anda</h2>
      {act.refusal && <Summary refusal={act.refusal} />}
      <p role="status">{gone && `Izin untuk ${gone} dicabut.`}</p>
      <ul class="stackd">
        {items.map((one) => (
          <li class="block" key={one.applicationId}>
            <p class="sum">
              <b>
                <bdi>{one.schemeName}</bdi>
              </b>
              <b>{rupiah(one.amountRupiah)}</b>
            </p>
            <p>
              <bdi>{one.bankName}</bdi> <span class="badge">{applicationWords[one.state]}</span>
            </p>
            {one.answer && (
              <p>
                Kata bank, {localTime(one.answer.at)}: <bdi>{one.answer.reason}</bdi>
              </p>
            )}
            <p class="small quiet">{consentWords(one)}</p>
            {one.ended === null && (
              <button class="line" type="button" disabled={act.busy} onClick={() => void withdraw(one)}>
                Cabut izin
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
};

const causes = {
  withdrawn: 'izin sudah dicabut',
  expired: 'izin sudah habis',
  used: 'izin satu kali sudah dipakai',
} as const;

/** Who opened what, and who tried in vain: newest first. */
export const OpeningLog = ({ openings }: { openings: Openings }) =>
  openings.length === 0 ? null : (
    <section>
      <h2>Catatan pembukaan</h2>
      <ul class="plain">
        {openings.map((one) => (
          <li key={one.code}>
            {localTime(one.at)}: <bdi>{one.bankName}</bdi>{' '}
            {one.outcome === 'opened'
              ? `membuka ${monthName(one.from)} sampai ${monthName(one.to)}, kode ${one.code}`
              : `mencoba membuka, ditolak (${one.cause === null ? 'tanpa izin' : causes[one.cause]})`}
          </li>
        ))}
      </ul>
    </section>
  );
