import type { Output } from '../../../shared/contract.ts';
import { day } from '../../../shared/domain/basics/wording.ts';
import { taskStateWords } from '../../../shared/domain/visits/task-states.ts';
import { needWords } from '../../../shared/domain/visits/words.ts';
import type { Call } from '../../entry/client.ts';
import { chosenFiles, uploadTaskPhoto } from '../../entry/upload.ts';
import { useAct } from '../act.ts';
import { Form, filled, flawAt, Summary, TextArea, TextField } from '../form.tsx';

type Card = Pick<
  Output<'GET /cities/{city}/visit-tasks'>['items'][number],
  'taskId' | 'merchantId' | 'kind' | 'text' | 'state' | 'agencyName' | 'dueOn' | 'reopened'
>;

/** What is needed, how far it is, and whose it is. */
export const TaskFacts = ({ task, late }: { task: Omit<Card, 'merchantId'>; late: boolean }) => (
  <p>
    <b>{needWords[task.kind]}:</b> <bdi>{task.text}</bdi>
    <br />
    <span class="quiet">
      {taskStateWords[task.state]}
      {task.agencyName && (
        <>
          {' · '}
          <bdi>{task.agencyName}</bdi>
        </>
      )}
      {task.dueOn && ` · sampai ${day(task.dueOn)}`}
      {task.reopened > 0 && ` · dibuka lagi ${task.reopened} kali`}
    </span>
    {late && <b class="flaw"> · terlambat</b>}
  </p>
);

type DoneProps = { readonly call: Call; readonly token: string; readonly task: Card; readonly onDone: () => void };
/** Says what was done, with a picture where there is one: the shop reads both. */
export const DoneForm = ({ call, token, task, onDone }: DoneProps) => {
  const act = useAct();
  const params = { merchantId: task.merchantId, taskId: task.taskId };
  const send = (form: HTMLFormElement) =>
    act.run(async () => {
      const [picture] = chosenFiles(form, `bukti-${task.taskId}`);
      if (picture) await uploadTaskPhoto(token, params, picture);
      await call('POST /merchants/{merchantId}/tasks/{taskId}/done', {
        params,
        body: { text: filled(form)[`hasil-${task.taskId}`] ?? '' },
      });
      onDone();
    });
  if (task.state === 'done') return null;
  return (
    <details>
      <summary>
        <span>Catat selesai</span>
      </summary>
      {act.refusal && <Summary refusal={act.refusal} />}
      <Form onSubmit={send}>
        <TextArea
          label="Apa yang sudah dilakukan"
          name={`hasil-${task.taskId}`}
          rows={3}
          required
          flaw={flawAt(act.refusal, '/text')}
        />
        <TextField
          label="Foto bukti, bila ada"
          name={`bukti-${task.taskId}`}
          type="file"
          accept="image/*"
          flaw={flawAt(act.refusal, '/photo')}
        />
        <button class="button" type="submit" disabled={act.busy}>
          Simpan
        </button>
      </Form>
    </details>
  );
};

type ReopenProps = {
  readonly call: Call;
  readonly task: Pick<Card, 'merchantId' | 'taskId'>;
  readonly onDone: () => void;
};
/** Says what is still missing: it goes back to who did it. */
export const ReopenForm = ({ call, task: { merchantId, taskId }, onDone }: ReopenProps) => {
  const act = useAct();
  const send = (form: HTMLFormElement) =>
    act.run(async () => {
      const body = { reason: filled(form)[`kurang-${taskId}`] ?? '' };
      await call('POST /merchants/{merchantId}/tasks/{taskId}/reopen', { params: { merchantId, taskId }, body });
      onDone();
    });
  return (
    <details>
      <summary>
        <span>Belum beres? Buka lagi</span>
      </summary>
      {act.refusal && <Summary refusal={act.refusal} />}
      <Form onSubmit={send}>
        <TextArea
          label="Apa yang masih kurang"
          name={`kurang-${taskId}`}
          rows={2}
          required
          flaw={flawAt(act.refusal, '/reason')}
        />
        <button class="line" type="submit" disabled={act.busy}>
          Buka lagi
        </button>
      </Form>
    </details>
  );
};
