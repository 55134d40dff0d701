import { day } from '../../../shared/domain/basics/wording.ts';
import { BothVersions, type Difference, useEdit } from '../../kit/desk/edit.tsx';
import { type Choice, Summary } from '../../kit/form.tsx';
import { ifUnchanged } from '../../kit/settings.tsx';
import type { AskedCity } from '../opened.ts';
import { kindNames } from './mentors.ts';
import { type NewSeries, type Series, SeriesForm } from './series-form.tsx';

const hoursOf = ({ from, to }: NewSeries['sessions'][number]): string => `${from}–${to}`;
const told = (mentors: readonly Choice[], one: NewSeries) =>
  [
    ['Jenis', kindNames[one.kind]],
    ['Judul', one.title],
    ['Isi dan tujuan', one.about],
    ['Pendamping', mentors.find(([person]) => person === one.mentor)?.[1] ?? one.mentorName],
    ['Nama pendamping', one.mentorName],
    ['Kursi', String(one.seats)],
    ['Pendaftaran sampai', day(one.enrolUntil)],
    [
      'Pertemuan',
      one.sessions.map((meeting) => `${day(meeting.day)} ${hoursOf(meeting)}, ${meeting.place}`).join(' · '),
    ],
    ['Materi', (one.materials ?? []).map(({ title, url }) => `${title} ${url}`).join(' · ')],
  ] as const;
const lines = (mentors: readonly Choice[], mine: NewSeries, theirs: NewSeries): Difference[] => {
  const saved = told(mentors, theirs);
  return told(mentors, mine).map(([label, text], at) => [label, text, saved[at]?.[1] ?? '']);
};

type Props = { readonly asked: AskedCity; readonly mentors: readonly Choice[]; readonly first: Series };
export const ChangeSeries = ({ asked: { call, again }, mentors, first }: Props) => {
  const params = { seriesId: first.seriesId };
  const { current, conflict, act, ...edit } = useEdit<Series, NewSeries>(
    first,
    async () => (await call('GET /series/{seriesId}/enrolments', { params })).series,
    async (body, version) => {
      await call('PUT /series/{seriesId}', { params, body, headers: ifUnchanged(version) });
      again();
      return (await call('GET /series/{seriesId}/enrolments', { params })).series;
    },
  );
  return (
    <details>
      <summary>
        <span>Ubah program</span>
      </summary>
      {act.refusal && <Summary refusal={act.refusal} />}
      {conflict && (
        <BothVersions
          fields={lines(mentors, conflict.mine, conflict.theirs)}
          busy={act.busy}
          onMine={edit.keepMine}
          onTheirs={edit.takeTheirs}
        />
      )}
      <SeriesForm key={current.version} act={act} mentors={mentors} series={current} onSave={edit.save} />
    </details>
  );
};
