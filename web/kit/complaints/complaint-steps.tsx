import { type ComplaintState, stateWords } from '../../../shared/domain/complaints/states.ts';
import { localTime } from '../days.ts';

type Step = { readonly state: ComplaintState; readonly at: string; readonly note?: string | null };

/** What became of a complaint, oldest first, as its reporter and its office both read it. */
export const ComplaintSteps = ({ steps }: { steps: readonly Step[] }) => (
  <ol>
    {steps.map(({ state, at, note }) => (
      <li key={at + state}>
        {stateWords[state]}, {localTime(at)}
        {note && (
          <>
            : <bdi>{note}</bdi>
          </>
        )}
      </li>
    ))}
  </ol>
);
