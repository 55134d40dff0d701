/** Every reader of PDF has these two, so no font travels with the file. */
export const TEXT = 'Helvetica';
export const STRONG = 'Helvetica-Bold';
