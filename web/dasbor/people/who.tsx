import type { People } from '../../../shared/domain/people/caller.ts';
import { roleNames } from '../../../shared/domain/people/role-names.ts';
import type { Asked } from '../opened.ts';

export type Reader = Pick<Asked, 'me'>;

/** Somebody in a list of choices, by the name of their seat; by their account where it has none. */
export const seatWords = ({
  person,
  personName,
}: {
  readonly person: string;
  readonly personName?: string | undefined;
}) => personName ?? `Akun ${person}`;

type Props = {
  readonly reader: Reader;
  readonly person: string;
  /** As the answer that tells of them names them. */
  readonly people: People;
  /** Where the name leads: to what else they did. */
  readonly to?: string | undefined;
};
/**
 * Who did something: their name and as what they act, as far as the city knows them; by account alone who has left since or
 * was never named. Who reads knows themselves.
 */
export const Who = ({ reader: { me }, person, people, to }: Props) => {
  const { name, role } = people[person] ?? { name: null, role: null };
  const called = me?.person === person ? <b>Anda</b> : <bdi title={`Akun ${person}`}>{name ?? `akun ${person}`}</bdi>;
  const as = role === null ? undefined : roleNames[role];
  return (
    <span>
      {to ? <a href={to}>{called}</a> : called} {as && <small>{as}</small>}
    </span>
  );
};
