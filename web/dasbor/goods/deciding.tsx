import type { Output, Sent } from '../../../shared/contract.ts';
import { count } from '../../../shared/domain/basics/wording.ts';
import type { Call } from '../../entry/client.ts';
import { BothVersions, type Difference, type Edit, useEdit } from '../../kit/desk/edit.tsx';
import { Summary } from '../../kit/form.tsx';
import { ifUnchanged } from '../../kit/settings.tsx';

type Case = Output<'GET /merchants/{merchantId}/products/{productId}/case'>;
type Decision = Sent<'POST /merchants/{merchantId}/products/{productId}/decide'>['body'];
/** What an officer has seen of a case when they decide. */
type SeenCase = Pick<Case, 'version' | 'state' | 'reports' | 'decisions'>;
export type Deciding = Edit<SeenCase, Decision>;

/** Goods on a shop's shelf, of which the page knows neither a report nor a decision. */
export const NOTHING_SEEN: SeenCase = { version: 0, state: 'open', reports: 0, decisions: [] };
const stateWords = { open: 'Menunggu keputusan', withdrawn: 'Ditarik', kept: 'Boleh dijual' } as const;
const wanted = { withdraw: 'Ditarik', keep: 'Boleh dijual' } as const;

/** Deciding about goods over what was seen of their case. */
export const useDeciding = (
  call: Call,
  params: { readonly merchantId: string; readonly productId: string },
  seen: SeenCase,
  onDecided: () => unknown,
): Deciding =>
  useEdit<SeenCase, Decision>(
    seen,
    () => call('GET /merchants/{merchantId}/products/{productId}/case', { params }),
    async (body, version) => {
      const headers = ifUnchanged(version);
      const after = await call('POST /merchants/{merchantId}/products/{productId}/decide', { params, body, headers });
      onDecided();
      return after;
    },
  );

const reported = ({ reports }: Pick<SeenCase, 'reports'>): string => (reports > 0 ? `${count(reports)} orang` : '');
const lines = (mine: Decision, theirs: SeenCase, seen: SeenCase): Difference[] => [
  ['Keputusan', wanted[mine.decision], stateWords[theirs.state]],
  ['Alasan', mine.reason, theirs.decisions.at(-1)?.reason ?? ''],
  ['Dilaporkan', reported(seen), reported(theirs)],
];

type Props = { readonly deciding: Deciding; readonly onTheirs: (state: SeenCase['state']) => unknown };
/** What refused a decision: a sentence, or what a colleague decided and people reported that this officer had not seen. */
export const Undecided = ({ deciding: { act, conflict, current, keepMine, takeTheirs }, onTheirs }: Props) => (
  <>
    {act.refusal && <Summary refusal={act.refusal} />}
    {conflict && (
      <BothVersions
        title="Ada yang belum Anda lihat tentang barang ini"
        fields={lines(conflict.mine, conflict.theirs, current)}
        busy={act.busy}
        onMine={keepMine}
        onTheirs={() => {
          takeTheirs();
          onTheirs(conflict.theirs.state);
        }}
      />
    )}
  </>
);
