/** What became of a question. Two of them say that it was right to ask; they are how a rule earns its place. */
export const outcomes = {
  explained: 'Sudah dijelaskan',
  corrected: 'Sudah diperbaiki',
  referred: 'Diteruskan ke inspektorat',
  groundless: 'Tidak ada alasan bertanya',
} as const;
