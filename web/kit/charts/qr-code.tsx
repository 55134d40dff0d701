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

type Props = { readonly text: string; readonly label: string; readonly class: string; readonly waiting: string };
/** A code for a camera, with the edge it needs, black on white in every scheme. What draws it comes when it is asked for. */
export const QrCode = ({ text, label, class: look, waiting }: Props) => {
  const [modules, setModules] = useState<readonly (readonly boolean[])[]>();
  useEffect(() => {
    void import('uqr').then(({ encode }) => setModules(encode(text, { ecc: 'M', border: EDGE }).data));
  }, [text]);
  if (!modules) return <p class="quiet">{waiting}</p>;
  const side = modules.length * MODULE;
  return (
    <svg class={look} viewBox={`0 0 ${side} ${side}`} role="img" aria-label={label}>
      <rect width={side} height={side} fill="#fff" />
      <path d={pathOf(modules)} fill="#000" />
    </svg>
  );
};
