/** Where a page stands, with the way back up. */
export const Crumbs = ({ steps }: { steps: readonly [name: string, to: string][] }) => (
  <nav class="crumbs" aria-label="Letak halaman">
    {steps.map(([name, to], at) => (
      <>
        {at > 0 && ' › '}
        <a href={to}>{name}</a>
      </>
    ))}
  </nav>
);
