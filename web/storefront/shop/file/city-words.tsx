import { useState } from 'preact/hooks';
import type { Output } from '../../../../shared/contract.ts';
import { day } from '../../../../shared/domain/basics/wording.ts';
import type { Call } from '../../../entry/client.ts';
import { useAct } from '../../../kit/act.ts';
import { allOf } from '../../../kit/all-of.ts';
import { Summary } from '../../../kit/form.tsx';

type File = Output<'GET /merchants/{merchantId}/file'>;
type Appeal = Output<'GET /merchants/{merchantId}/appeals'>['items'][number];

const fields = {
  nik: 'NIK',
  npwp: 'NPWP',
  nib: 'NIB',
  name: 'nama toko',
  ownerName: 'nama pemilik',
} as const;

const answered = ({ text, answer }: Appeal): string => {
  if (!answer) return `Keberatan Anda “${text}” menunggu jawaban kota.`;
  const done = answer.outcome === 'corrected' ? 'sudah dibetulkan' : 'dijelaskan';
  return `Keberatan Anda “${text}” ${done}. Jawaban kota: ${answer.text}`;
};

type Told = { readonly at: string; readonly text: string };
const newestFirst = (all: readonly Told[]): Told[] => [...all].sort((a, b) => (a.at < b.at ? 1 : -1));

/** What the city mended, decided and answered about the shop: its owner sees it here, and how to object. */
export const CityWords = ({ call, file }: { readonly call: Call; readonly file: File }) => {
  const [told, setTold] = useState<readonly Told[]>();
  const act = useAct();
  const params = { merchantId: file.merchantId };
  const read = async () => {
    const [{ rulings }, appeals] = await Promise.all([
      call('GET /merchants/{merchantId}/owner-rulings', { params }),
      allOf((cursor) => call('GET /merchants/{merchantId}/appeals', { params, query: { limit: 100, cursor } })),
    ]);
    setTold(
      newestFirst([
        ...(file.corrections ?? []).map(({ at, fields: mended, reason }) => ({
          at,
          text: `Kota membetulkan ${mended.map((name) => fields[name]).join(', ')} di berkas Anda. Alasannya: ${reason}`,
        })),
        ...rulings.map(({ at, reason }) => ({
          at,
          text: `Kota memutuskan toko Anda dan toko lain pemiliknya sama. Alasannya: ${reason}`,
        })),
        ...appeals.map((one) => ({ at: one.answer?.at ?? one.at, text: answered(one) })),
      ]),
    );
  };
  return (
    <details id="kata-kota" onToggle={() => told === undefined && void act.run(read)}>
      <summary>
        <span>Yang diputuskan kota</span>
      </summary>
      {act.refusal && <Summary refusal={act.refusal} />}
      {told?.length === 0 && (
        <p class="quiet">
          Belum ada. Bila kota membetulkan atau memutuskan sesuatu tentang toko ini, tertulis di sini.
        </p>
      )}
      {told && told.length > 0 && (
        <>
          <ul class="plain">
            {told.map(({ at, text }) => (
              <li key={at + text}>
                <span class="small quiet">{day(at)}</span> {text}
              </li>
            ))}
          </ul>
          <p class="small quiet">
            Ada yang keliru? Ajukan keberatan di “Mengapa toko saya di urutan ini?”, atau datang ke dinas.
          </p>
        </>
      )}
    </details>
  );
};
