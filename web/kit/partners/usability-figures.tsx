import type { Output } from '../../../shared/contract.ts';
import {
  LEAST_ANSWERS,
  quarterWords,
  USUAL_SCORE,
  usabilityGroupWords,
} from '../../../shared/domain/partners/usability-words.ts';

export type UsabilityFound = Output<'GET /partners/{partnerId}/usability'>;
type Figure = UsabilityFound['figures'][number];

const figureWords = ({ state, answers, score, statedBy }: Figure): string => {
  if (state === 'collecting') return 'masih dikumpulkan sampai triwulan ini berakhir';
  if (state === 'few' || score === null) return `kurang dari ${LEAST_ANSWERS} jawaban, tidak ditampilkan`;
  const told = `${String(score).replace('.', ',')} dari 100 menurut ${answers} jawaban`;
  if (statedBy === 'partner') return `${told}, menurut mitra sendiri`;
  const side = score >= USUAL_SCORE ? 'di atas atau sama dengan' : 'di bawah';
  return `${told}, ${side} rata-rata umum ${USUAL_SCORE}`;
};

/** How easy the partner’s app was found, and the link by which drivers are asked. */
export const UsabilityFigures = ({ found: { figures, link }, brand }: { found: UsabilityFound; brand: string }) => (
  <section>
    <h2>Kemudahan aplikasi</h2>
    {figures.length === 0 && <p class="quiet">Belum ada yang menjawab.</p>}
    <ul>
      {figures.map((figure) => (
        <li key={`${figure.quarter} ${figure.group}`}>
          {usabilityGroupWords[figure.group]}, {quarterWords(figure.quarter)}: {figureWords(figure)}
        </li>
      ))}
    </ul>
    <p class="small quiet">
      Sepuluh pertanyaan baku (System Usability Scale). Pemilik usaha ditanya di Toko saya paling banyak sekali setiap
      triwulan. Angka pengemudi adalah pernyataan mitra: tautannya dibagikan mitra, mitra bisa menjawabnya sendiri, dan
      kota tidak bisa memeriksa siapa yang menjawab.
    </p>
    {link && (
      <p>
        <a class="tap" href={link}>
          Tautan untuk pengemudi <bdi>{brand}</bdi>
        </a>
      </p>
    )}
  </section>
);
