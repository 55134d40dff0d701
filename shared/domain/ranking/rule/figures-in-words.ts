/** `1.250.000`, by hand: a list of thousands is written at once, and Intl is slow. */
export const digits = (amount: number): string => {
  let rest = amount;
  let text = '';
  while (rest >= 1000) {
    const part = rest % 1000;
    text = `.${part < 10 ? '00' : part < 100 ? '0' : ''}${part}${text}`;
    rest = Math.floor(rest / 1000);
  }
  return `${rest}${text}`;
};

/** `Rp1.250.000`, for whole safe amounts. */
export const rupiahText = (amount: number): string => `Rp${digits(amount)}`;

/** V in words that do not tell it: on which step its owner stands; in lists of before rule version 4 in usual orders. */
export const stepText = (step: number, windowDays: number, ruleVersion: number): string => {
  const orders = `pesanan ${windowDays} hari terakhir`;
  if (ruleVersion < 4)
    return step === 0
      ? `${orders} belum sampai satu pesanan biasa`
      : `${orders} sekitar ${digits(step)} kali pesanan biasa`;
  return step === 0 ? `${orders} di jenjang terbawah` : `${orders} di jenjang ${digits(step + 1)}`;
};
