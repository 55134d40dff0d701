import { useState } from 'preact/hooks';
import type { Output } from '../../../../shared/contract.ts';
import type { Call } from '../../../entry/client.ts';
import { useAct } from '../../../kit/act.ts';
import { allOf } from '../../../kit/all-of.ts';
import { localTime } from '../../../kit/days.ts';
import { Summary } from '../../../kit/form.tsx';

type Change = Output<'GET /merchants/{merchantId}/account-changes'>['items'][number];
const words = { given: 'Rekening diisi', changed: 'Rekening diganti', removed: 'Rekening dihapus' } as const;

type Props = { readonly call: Call; readonly merchantId: string; readonly me: string | undefined };
/** Whoever may change where the money goes leaves a trace: each change with its time, and whether it was one's own. */
export const AccountChanges = ({ call, merchantId, me }: Props) => {
  const [changes, setChanges] = useState<readonly Change[]>();
  const act = useAct();
  const read = async () => {
    const page = (cursor: string | undefined) =>
      call('GET /merchants/{merchantId}/account-changes', { params: { merchantId }, query: { limit: 100, cursor } });
    setChanges(await allOf(page));
  };
  return (
    <details onToggle={({ currentTarget }) => currentTarget.open && void act.run(read)}>
      <summary>
        <span>Kapan rekening ini diganti</span>
      </summary>
      {act.refusal && <Summary refusal={act.refusal} />}
      {changes?.length === 0 && <p class="quiet">Rekening belum pernah diganti.</p>}
      <ul class="plain">
        {changes?.map(({ at, by, change }) => (
          <li key={at}>
            {words[change]}, {localTime(at)}, {by === me ? 'dengan akun Anda' : 'dengan akun lain'}.
          </li>
        ))}
      </ul>
    </details>
  );
};
