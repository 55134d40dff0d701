/*
 * A person whose data were erased is somebody else in each order, payment and review that stays: a random name, so that
 * neither their account nor another order of theirs is found by it.
 */

/** What such names begin with. */
export const ERASED = 'erased';

/** Whether this is the name an erased person has in one order. */
export const isErased = (person: string): boolean => person.startsWith(`${ERASED}_`);

/** What people read in the place of their name, address and words. */
export const ERASED_NAME = 'Perorangan';
export const ERASED_TEXT = 'Dihapus atas permintaan pembeli';
