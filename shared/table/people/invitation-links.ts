import { InvitationLink } from '../../domain/people/invitation-link.ts';
import { exists } from '../engine/fields.ts';
import { list, type PageRequest } from '../engine/pages.ts';
import { get } from '../engine/reads.ts';
import { entity, type Table } from '../engine/table.ts';
import { insert, remove, type Write } from '../engine/writes.ts';

// | entity         | pk                   | sk         |
// | InvitationLink | SCOPE#merchant:mrc_… | LINK#lnk_… |
const sortOfLink = ({ linkId }: Pick<InvitationLink, 'linkId'>): string => `LINK#${linkId}`;
const key = ({ scope, linkId }: Pick<InvitationLink, 'scope' | 'linkId'>) => ({
  pk: `SCOPE#${scope}`,
  sk: sortOfLink({ linkId }),
});
const links = entity({
  type: 'InvitationLink',
  schema: InvitationLink,
  key,
});

export const getLink = (table: Table, of: Pick<InvitationLink, 'scope' | 'linkId'>) => get(table, links, key(of));
/** The links of a place that nobody has taken, expired ones too. */
export const linksOf = (table: Table, scope: string, request: Pick<PageRequest, 'limit' | 'after'>) =>
  list(table, InvitationLink, undefined, { pk: `SCOPE#${scope}`, prefix: 'LINK#', consistent: true, ...request });

export const insertLink = (link: InvitationLink): Write => insert(links, link);
/** Once: whoever takes it first has it. */
export const removeLink = (link: InvitationLink): Write => remove('InvitationLink', key(link), exists);
