import { dateTime } from '../../../shared/domain/basics/wording.ts';
import { zoneOf } from '../../../shared/rules/zones.ts';
import { actWords, detailsOf } from '../../kit/audit/act-words.ts';
import { type Column, DataTable } from '../../kit/desk/data-table.tsx';
import type { Asked } from '../opened.ts';
import { type Entry, subjectOf } from './words.ts';

type Names = Readonly<Record<string, string>>;
type Reader = Pick<Asked, 'me' | 'place' | 'linkTo'>;

/** Who reads knows themselves; anybody else is an account. */
export const Account = ({ me, person }: Pick<Reader, 'me'> & { readonly person: string }) =>
  me?.person === person ? <b>Anda</b> : <bdi>{person}</bdi>;

type SubjectProps = { readonly reader: Reader; readonly subject: string; readonly names: Names };
const Subject = ({ reader: { place, linkTo }, subject, names }: SubjectProps) => {
  const { kind, id } = subjectOf(subject);
  if (id === place.code) return <>{place.name}</>;
  if (id === 'country') return <>seluruh pasar</>;
  const to = id.startsWith('mrc_') ? linkTo(`usaha/${id}`) : undefined;
  const words = kind === undefined || names[id] ? <bdi class="code">{names[id] ?? id}</bdi> : kind;
  return to ? <a href={to}>{words}</a> : <span title={id}>{words}</span>;
};

const columnsOf = (reader: Reader, names: Names): readonly Column<Entry>[] => [
  {
    name: 'Keputusan',
    show: (entry) => (
      <>
        {actWords[entry.act]}
        <small>{detailsOf(entry)}</small>
      </>
    ),
  },
  {
    name: 'Tentang',
    show: ({ subjects, person }) => (
      <span>
        {subjects.map((subject, at) => (
          <span key={subject}>
            {at > 0 && ', '}
            <Subject reader={reader} subject={subject} names={names} />
          </span>
        ))}
        {person && (
          <small>
            akun <Account me={reader.me} person={person} />
          </small>
        )}
      </span>
    ),
  },
  { name: 'Oleh', show: ({ by }) => <Account me={reader.me} person={by} /> },
  { name: 'Waktu', show: ({ at }) => dateTime(at, zoneOf(reader.place.code)) },
  { name: 'Nomor', number: true, show: ({ seq }) => seq },
];

type Props = {
  readonly reader: Reader;
  readonly caption: string;
  readonly items: readonly Entry[];
  /** Of what is spoken of, by its id. */
  readonly names: Names;
};
/** Decisions with whom they are about, who made them and when. */
export const ActsTable = ({ reader, caption, items, names }: Props) => (
  <DataTable caption={caption} columns={columnsOf(reader, names)} rows={items} keyOf={({ seq }) => String(seq)} />
);
