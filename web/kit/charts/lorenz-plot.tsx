const SIZE = 200;

/** A small Lorenz curve: merchants from the smallest to the largest, and what share of the turnover they reach. */
export const LorenzPlot = ({ points, label }: { points: readonly number[]; label: string }) => {
  const path = points
    .map((share, at) => `${((at / (points.length - 1)) * SIZE).toFixed(1)} ${(SIZE - share * SIZE).toFixed(1)}`)
    .join('L');
  return (
    <svg class="chart lorenz" viewBox="-4 -6 240 236" role="img" aria-label={label}>
      <path class="rule" d={`M0 0V${SIZE}H${SIZE}`} />
      <path class="rule split" d={`M0 ${SIZE}L${SIZE} 0`} />
      <path class="area" d={`M0 ${SIZE}L${path}Z`} />
      <path class="curve" d={`M${path}`} />
      <text x="8" y="12" class="dim">
        Omzet
      </text>
      <text x={SIZE} y={SIZE + 18} text-anchor="end" class="dim">
        Usaha, terkecil ke terbesar
      </text>
      <text x={SIZE / 2 - 10} y={SIZE / 2 - 8} text-anchor="end" class="dim">
        jika merata
      </text>
    </svg>
  );
};
