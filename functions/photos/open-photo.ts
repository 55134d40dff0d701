import { openLink } from '../../shared/domain/photos/private-link.ts';
import { Problem } from '../../shared/problem.ts';
import { endpoint } from '../http/endpoint.ts';

/** Whoever has the link sees the picture, as with a paper handed over; it ends before it travels far. */
export const openPrivatePhoto = endpoint('GET /private-photos/{token}', async ({ params }, world) => {
  const file = openLink(world.linkSealer, params.token, world.now());
  const bytes = file === undefined ? undefined : await world.photos.get(file);
  if (!bytes)
    throw new Problem(
      'link_not_valid',
      'Tautan foto ini sudah tidak berlaku. Buka lagi pesanannya untuk melihat foto.',
    );
  return { name: 'foto.jpg', type: 'image/jpeg', bytes };
});
