/** How far an application is, as its owner and its bank read it. */
export const applicationWords = {
  sent: 'Menunggu jawaban bank',
  accepted: 'Diterima bank',
  declined: 'Ditolak bank',
  withdrawn: 'Ditarik',
} as const;
