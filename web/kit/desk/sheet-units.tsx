import type { Refusal } from '../../entry/client.ts';

type Props = { units: Refusal['flaws']; busy: boolean; onUnit: (unit: string) => void };
/** A file may hold several units of a government: each is named with its code first, and one is chosen. */
export const SheetUnits = ({ units, busy, onUnit }: Props) =>
  units.length > 0 && (
    <div class="acts">
      {units.map(({ detail }) => (
        <button
          key={detail}
          class="line"
          type="button"
          disabled={busy}
          onClick={() => onUnit(detail.split(' ')[0] ?? '')}
        >
          {detail}
        </button>
      ))}
    </div>
  );
