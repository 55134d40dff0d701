import type { PaperKind } from './paper-kinds.ts';

/** So many people an office can name. */
export const MOST_SIGNATORIES = 6;

/** As what somebody signs, and which papers that is. */
export const signingParts = {
  ppk: { name: 'PPK', papers: ['surat-pesanan', 'spk', 'bast', 'kuitansi', 'foto'] },
  procurement: { name: 'Pejabat pengadaan', papers: ['surat-pesanan'] },
  technical: { name: 'PPTK', papers: ['kuitansi', 'bast', 'foto'] },
  inspector: { name: 'Pemeriksa barang', papers: ['bast', 'pemeriksaan', 'foto'] },
  treasurer: { name: 'Bendahara', papers: ['kuitansi', 'bukti-bayar', 'pajak'] },
} as const satisfies Record<string, { name: string; papers: readonly PaperKind[] }>;

export type SigningPart = keyof typeof signingParts;

/** The words by which a title says its part. The first that fits: a PPTK is no PPK. */
const titles: readonly (readonly [RegExp, SigningPart])[] = [
  [/\bpptk\b|pelaksana teknis/i, 'technical'],
  [/\bpejabat pengadaan\b|\bpokja\b/i, 'procurement'],
  [/\bppk\b|pembuat komitmen|pengguna anggaran|\bk?pa\b/i, 'ppk'],
  [/bendahara/i, 'treasurer'],
  [/pemeriksa|penerima hasil|\bp[pj]php\b|\bpphp\b/i, 'inspector'],
];

/** The part a title says; undefined where it says none. */
export const partOfTitle = (role: string): SigningPart | undefined => titles.find(([words]) => words.test(role))?.[1];

type Signing = { readonly role: string; readonly part?: SigningPart | undefined };

/** Who of those an office named signs a paper of this kind. Where nobody of them does, whoever took the goods and the seller sign. */
export const signersFor = <S extends Signing>(kind: PaperKind, named: readonly S[]): S[] =>
  named.filter(({ role, part = partOfTitle(role) }) => {
    const papers: readonly PaperKind[] | undefined = part && signingParts[part].papers;
    return papers === undefined || papers.includes(kind);
  });
