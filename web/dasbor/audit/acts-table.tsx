import { dateTime } from '../../../shared/domain/basics/wording.ts';
import type { People } from '../../../shared/domain/people/caller.ts';
import { zoneOf } from '../../../shared/rules/zones.ts';
import { actWords, detailsOf } from '../../kit/audit/act-words.ts';
import { type Column, DataTable } from '../../kit/desk/data-table.tsx';
import type { Asked } from '../opened.ts';
import { Who } from '../people/who.tsx';
import { type Entry, subjectOf } from './words.ts';

type Names = Readonly<Record<string, string>>;
type Reader = Pick<Asked, 'me' | 'place' | 'linkTo'>;

type SubjectProps = { readonly reader: Reader; readonly subject: string; readonly names: Names };
const Subject = ({ reader: { place, linkTo }, subject, names }: SubjectProps) => {
  const { kind, id } = subjectOf(subject);
  if (id === place.code) return <>{place.name}</>;
  if (id === 'country') return <>seluruh pasar</>;
  const page = id.startsWith('mrc_') ? 'usaha' : id.startsWith('agc_') ? 'dinas' : undefined;
  const to = page && linkTo(`${page}/${id}`);
  const words = kind === undefined || names[id] ? <bdi class="code">{names[id] ?? id}</bdi> : kind;
  return to ? <a href={to}>{words}</a> : <span title={id}>{words}</span>;
};

type Props = {
  readonly reader: Reader;
  readonly caption: string;
  readonly items: readonly Entry[];
  /** Of what is spoken of, by its id. */
  readonly names: Names;
  /** Of who made them and whom they are about, by account. */
  readonly people: People;
  /** Where the other decisions of one person stand. */
  readonly actsBy?: (person: string) => string;
};

const columnsOf = ({ reader, names, people, actsBy }: Props): readonly Column<Entry>[] => [
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
          <div>
            <Who reader={reader} person={person} people={people} />
          </div>
        )}
      </span>
    ),
  },
  { name: 'Oleh', show: ({ by }) => <Who reader={reader} person={by} people={people} to={actsBy?.(by)} /> },
  { name: 'Waktu', show: ({ at }) => dateTime(at, zoneOf(reader.place.code)) },
  { name: 'Nomor', number: true, show: ({ seq }) => seq },
];

/** Decisions with whom they are about, who made them and when. */
export const ActsTable = (props: Props) => (
  <DataTable caption={props.caption} columns={columnsOf(props)} rows={props.items} keyOf={({ seq }) => String(seq)} />
);
