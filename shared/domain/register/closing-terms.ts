/** What is typed, so that no slip of a thumb closes a shop. */
export const CLOSING = 'TUTUP';
