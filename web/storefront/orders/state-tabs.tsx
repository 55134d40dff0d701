import { type Tab, tabs } from './states.ts';

type Props = { readonly at: Tab; readonly onChoose: (tab: Tab) => void };
/** The five words that tell where orders stand, one of them chosen. */
export const StateTabs = ({ at, onChoose }: Props) => (
  <div class="tabs" role="tablist" aria-label="Keadaan pesanan">
    {tabs.map((name) => (
      <button key={name} type="button" role="tab" aria-selected={name === at} onClick={() => onChoose(name)}>
        {name}
      </button>
    ))}
  </div>
);
