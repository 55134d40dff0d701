/** What is typed, so that no slip of a thumb does it. */
export const CONFIRMATION = 'HAPUS';
/** As long as Law 27/2022 gives for stopping what somebody no longer agrees to (article 40: 3 × 24 hours). */
export const WAIT_DAYS = 3;
