/** How far the city is with a shop it looks after, in the words of who goes there. */
export const stateWords = {
  todo: 'Belum dihubungi',
  contacted: 'Sudah dihubungi',
  visited: 'Sudah didatangi',
  solved: 'Selesai',
  unreachable: 'Tidak terjangkau',
} as const;
export type FollowUpState = keyof typeof stateWords;

/** Whether somebody still has to do something. */
export const isOpen = (state: FollowUpState): boolean => state !== 'solved' && state !== 'unreachable';
