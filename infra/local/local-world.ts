import { join } from 'node:path';
import { webPush } from '../../functions/web-push.ts';
import { makeWorld, PERSON_RATE, type World } from '../../functions/world.ts';
import { signerOf } from '../../shared/domain/basics/keys/signature.ts';
import type { Table } from '../../shared/table/engine/table.ts';
import { folderFiles, folderSite } from './files.ts';
import { siteFolder } from './folder.ts';

export const TABLE = 'pasar-rata';
/** Seals the numbers of invented people only. */
export const SECRET = 'one machine, invented people: not a secret';

export type LocalWorldOptions = {
  readonly client: Table['client'];
  readonly folder: string;
  readonly logger: World['logger'];
  readonly now: () => string;
  /** What this machine's keys for calling browsers are made of; absent where nobody is called. */
  readonly pushSecret?: string;
  /** What this machine's signature is made of; absent where nothing is signed. */
  readonly signingSecret?: string;
  /** Who answers as ride companies do. */
  readonly couriers?: World['couriers'];
  /** Where people reach it; left out where nothing is printed. */
  readonly origin?: string;
  /** Where the built site lies, whose shells pages are made of. */
  readonly site?: string;
};

/** The functions' world on one machine. */
export const localWorld = (options: LocalWorldOptions): World => {
  const { client, folder, logger, now, pushSecret, signingSecret, couriers, site = siteFolder, origin } = options;
  return makeWorld({
    client,
    tableName: TABLE,
    secret: SECRET,
    now,
    logger,
    ...(origin === undefined ? {} : { origin }),
    // Nothing stands in front: an address is a person's own, or a household's, or an office's.
    throttle: { person: PERSON_RATE, address: { burst: 1_200, perSecond: 60 } },
    // Keys begin with `photos/`, as the pages name them.
    photos: folderFiles(folder),
    ...(pushSecret === undefined ? {} : { push: webPush({ secret: pushSecret, contact: 'https://localhost' }) }),
    ...(couriers === undefined ? {} : { couriers }),
    ...(signingSecret === undefined ? {} : { signer: signerOf(signingSecret) }),
    // Beside the closed months: `ledgers/` and `ranking/`.
    files: folderFiles(join(folder, 'files')),
    site: folderSite(folder, site),
  });
};
