const steps = ['Keranjang', 'Alamat', 'Periksa', 'Selesai'] as const;
/** Where one is on the way from goods to order. */
export const Steps = ({ at }: { at: number }) => (
  <ol class="steps">
    {steps.map((name, index) => (
      <li key={name} aria-current={index === at ? 'step' : undefined}>
        {name}
      </li>
    ))}
  </ol>
);
