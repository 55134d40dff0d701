import type { Output } from '../../../shared/contract.ts';
import { day } from '../../../shared/domain/basics/wording.ts';
import { taskStateWords } from '../../../shared/domain/visits/task-states.ts';
import { needWords } from '../../../shared/domain/visits/words.ts';
import { useAct } from '../../kit/act.ts';
import { DataTable, More } from '../../kit/desk/data-table.tsx';
import { ViewTabs } from '../../kit/desk/view-tabs.tsx';
import { type Choice, Form, filled, flawAt, SelectField, Summary, TextField } from '../../kit/form.tsx';
import { Notice } from '../../kit/page.tsx';
import { DoneForm, ReopenForm, TaskFacts } from '../../kit/visits/task-acts.tsx';
import { dasborAddress } from '../address.ts';
import type { AskedCity } from '../opened.ts';
import { pageFrom } from '../page-from.ts';

const SLUG = 'kunjungan';
const waiting = [
  ['Tanpa dinas', undefined, 'city'],
  ['Di dinas', 'dinas', 'office'],
  ['Selesai', 'beres', 'over'],
] as const;

/** What makers need, by whom it waits for. */
export const openTasks = async ({ call, place, query }: AskedCity) => {
  const [, at, waits] = waiting.find(([, of]) => of === query['tugas']) ?? waiting[0];
  const read = (cursor: string | undefined) =>
    call('GET /cities/{city}/visit-tasks', { params: { city: place.code }, query: { waits, limit: 50, cursor } });
  const { items, next } = await pageFrom(query['lanjut'], read);
  const to = (tugas: string | undefined, lanjut?: string) =>
    dasborAddress(SLUG, place, { lihat: 'tugas', tugas, lanjut });
  return (
    <>
      <ViewTabs label="Kebutuhan" at={to(at)} views={waiting.map(([name, of]) => ({ name, to: to(of) }))} />
      {items.length === 0 ? (
        <Notice title="Tidak ada kebutuhan di sini" text="Kebutuhan datang dari catatan kunjungan." />
      ) : (
        <>
          <DataTable
            caption="Yang paling lama menunggu lebih dulu."
            columns={[
              {
                name: 'Usaha',
                show: ({ visitId, name }) => (
                  <a href={dasborAddress(`${SLUG}/${visitId}`, place)}>
                    <bdi>{name}</bdi>
                  </a>
                ),
              },
              {
                name: 'Kebutuhan',
                show: ({ kind, text }) => (
                  <span>
                    {needWords[kind]}: <bdi>{text}</bdi>
                  </span>
                ),
              },
              { name: 'Keadaan', show: ({ state, late }) => `${taskStateWords[state]}${late ? ' · terlambat' : ''}` },
              { name: 'Dinas', show: ({ agencyName }) => (agencyName ? <bdi>{agencyName}</bdi> : '–') },
              { name: 'Tenggat', show: ({ dueOn }) => (dueOn ? day(dueOn) : '–') },
            ]}
            rows={items}
            keyOf={({ taskId }) => taskId}
          />
          <More of="kebutuhan" next={next ? to(at, next) : undefined} first={query['lanjut'] && to(at)} />
        </>
      )}
    </>
  );
};

type Task = Output<'GET /visits/{visitId}'>['tasks'][number];
type Office = { readonly agencyId: string; readonly name: string };

const AssignForm = ({
  asked: { call, again },
  task,
  offices,
}: {
  asked: AskedCity;
  task: Task;
  offices: readonly Office[];
}) => {
  const act = useAct();
  const { merchantId, taskId } = task;
  const send = (form: HTMLFormElement) =>
    act.run(async () => {
      const said = filled(form);
      const body = { agencyId: said[`dinas-${taskId}`] ?? '', dueOn: said[`tenggat-${taskId}`] ?? '' };
      await call('POST /merchants/{merchantId}/tasks/{taskId}/assign', { params: { merchantId, taskId }, body });
      again();
    });
  return (
    <details>
      <summary>
        <span>{task.agencyId ? 'Ganti dinas atau tenggat' : 'Tunjuk dinas'}</span>
      </summary>
      {act.refusal && <Summary refusal={act.refusal} />}
      <Form onSubmit={send}>
        <SelectField
          label="Dinas"
          name={`dinas-${taskId}`}
          required
          flaw={flawAt(act.refusal, '/agencyId')}
          {...(task.agencyId ? { value: task.agencyId } : {})}
          choices={offices.map(({ agencyId, name }): Choice => [agencyId, name])}
        />
        <TextField
          label="Tenggat"
          name={`tenggat-${taskId}`}
          type="date"
          required
          value={task.dueOn ?? ''}
          flaw={flawAt(act.refusal, '/dueOn')}
        />
        <button class="button" type="submit" disabled={act.busy}>
          Simpan dinas
        </button>
      </Form>
    </details>
  );
};

type Props = { readonly asked: AskedCity; readonly tasks: readonly Task[]; readonly offices: readonly Office[] };
/** The needs of one visit, each with what this person may do about it. */
export const VisitTasks = ({ asked, tasks, offices }: Props) => {
  const { call, session, kinds, again } = asked;
  const admin = kinds.includes('city-admin') && session;
  if (tasks.length === 0) return null;
  return (
    <>
      <h2>Kebutuhan</h2>
      <ul class="stackd">
        {tasks.map((task) => (
          <li key={task.taskId} class="block">
            <TaskFacts task={task} late={false} />
            {task.proof && (
              <p>
                Hasil: <bdi>{task.proof.text}</bdi>
              </p>
            )}
            {!task.shared && (
              <p class="quiet">Pemilik belum setuju dinas lain membacanya. Kota menanganinya sendiri.</p>
            )}
            {admin && task.state !== 'done' && task.shared && (
              <AssignForm asked={asked} task={task} offices={offices} />
            )}
            {admin && <DoneForm call={call} token={admin.token} task={task} onDone={again} />}
            {admin && task.state === 'done' && <ReopenForm call={call} task={task} onDone={again} />}
          </li>
        ))}
      </ul>
    </>
  );
};
