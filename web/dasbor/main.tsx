import { signIn, signOut } from '../entry/session.ts';
import { showRefusal } from '../kit/show.tsx';
import { HOME } from './address.ts';
import { openDasbor } from './open-view.tsx';

/* The desk of those who work for a city or a province: one shell, one address a view, and each page's code when it is opened. */

const leave = (going: () => Promise<void>) => () => void going().catch((error) => showRefusal(error, HOME));

await openDasbor({ onSignIn: leave(signIn), onSignOut: leave(signOut) }).catch((error) => showRefusal(error, HOME));
void import('../entry/patient.ts').then(({ bePatient }) => bePatient());
