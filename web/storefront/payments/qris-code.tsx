import { useEffect, useState } from 'preact/hooks';

const MODULE = 4;
const EDGE = 4;

/** One path for all dark modules: small, sharp at any size, and printable. */
const pathOf = (modules: readonly (readonly boolean[])[]): string =>
  modules
    .flatMap((row, y) =>
      row.flatMap((dark, x) => (dark ? [`M${x * MODULE} ${y * MODULE}h${MODULE}v${MODULE}h-${MODULE}z`] : [])),
    )
    .join('');

/** The shop's own QRIS, drawn from its checked payload. It carries no amount: the buyer types it. */
export const QrisCode = ({ payload, name }: { payload: string; name: string }) => {
  const [modules, setModules] = useState<readonly (readonly boolean[])[]>();
  useEffect(() => {
    void import('uqr').then(({ encode }) => setModules(encode(payload, { ecc: 'M', border: EDGE }).data));
  }, [payload]);
  if (!modules) return <p class="quiet">Memuat QRIS…</p>;
  const side = modules.length * MODULE;
  return (
    <svg class="qris" viewBox={`0 0 ${side} ${side}`} role="img" aria-label={`QRIS ${name}`}>
      <rect width={side} height={side} fill="#fff" />
      <path d={pathOf(modules)} fill="#000" />
    </svg>
  );
};
