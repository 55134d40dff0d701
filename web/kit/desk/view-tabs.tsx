export type ViewTab = {
  readonly name: string;
  readonly to: string;
  /** How many are in it, as far as that is known without reading them. */
  readonly count?: string | undefined;
};

/** Views of one list, side by side: each is an address, so back, another tab and a colleague's link all work. */
export const ViewTabs = ({ label, views, at }: { label: string; views: readonly ViewTab[]; at: string }) => (
  <nav class="views" aria-label={label}>
    {views.map(({ name, to, count }) => (
      <a key={to} href={to} aria-current={to === at ? 'page' : undefined}>
        {name}
        {count !== undefined && ` (${count})`}
      </a>
    ))}
  </nav>
);
