import { join } from 'node:path';
import { readJson } from './files.ts';

/** Somebody one can sign in as on one machine. The role is a sentence; what they may do is in the table. */
export type DemoPerson = { readonly person: string; readonly name: string; readonly role: string };

const nobodyElse: readonly DemoPerson[] = [
  { person: 'operator', name: 'Operator', role: 'Menyiapkan kota baru dan menunjuk admin kota pertama.' },
];

/** The people of the demo province, or the operator alone while there is none. */
export const demoPeople = async (folder: string): Promise<readonly DemoPerson[]> =>
  (await readJson<DemoPerson[]>(join(folder, 'people.json'))) ?? nobodyElse;
