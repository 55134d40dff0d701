import { useState } from 'preact/hooks';
import type { Output } from '../../../shared/contract.ts';
import { day } from '../../../shared/domain/basics/wording.ts';
import { metWords, obstacleWords } from '../../../shared/domain/visits/words.ts';
import type { Call } from '../../entry/client.ts';
import { useAct } from '../../kit/act.ts';
import { allOf } from '../../kit/all-of.ts';
import { Summary } from '../../kit/form.tsx';
import { Corrections } from '../../kit/visits/corrections.tsx';
import { ReopenForm, TaskFacts } from '../../kit/visits/task-acts.tsx';

type Visited = Output<'GET /merchants/{merchantId}/visits'>['items'][number];
type Picture = { readonly link: string; readonly small: string };

const Pictures = ({ name, of }: { name: string; of: readonly Picture[] }) =>
  of.length === 0 ? null : (
    <>
      <p class="quiet">{name}</p>
      <ul class="pictures">
        {of.map(({ link, small }, at) => (
          <li key={small}>
            <a href={`/api${link}`} target="_blank" rel="noopener noreferrer">
              <img src={`/api${small}`} alt={`${name}, foto ${at + 1}`} width="96" height="96" loading="lazy" />
            </a>
          </li>
        ))}
      </ul>
    </>
  );

const Written = ({ record }: { record: NonNullable<Visited['record']> }) => {
  const said = [
    ['Bertemu', metWords[record.met]],
    ['Produksi', record.production],
    ['Pemasaran', record.marketing],
    ['Hambatan', record.obstacles.map((one) => obstacleWords[one]).join(', ') || null],
    ['Masalah', record.problems],
    ['Cerita yang diusulkan', record.story],
    ['Janji', record.agreed],
    ['Diperiksa lagi', record.again && day(record.again)],
  ] as const;
  return (
    <ul>
      {said.map(([name, value]) =>
        value ? (
          <li key={name}>
            {name}: <bdi>{value}</bdi>
          </li>
        ) : null,
      )}
    </ul>
  );
};

/** What officers wrote down when they came, and what became of what the shop needs. */
export const ShopVisits = ({ call, merchantId }: { call: Call; merchantId: string }) => {
  const [visits, setVisits] = useState<readonly Visited[]>();
  const act = useAct();
  const load = () =>
    act.run(async () => {
      const page = (cursor: string | undefined) =>
        call('GET /merchants/{merchantId}/visits', { params: { merchantId }, query: { limit: 100, cursor } });
      setVisits(await allOf(page));
    });
  return (
    <details id="kunjungan" onToggle={(event) => event.currentTarget.open && !visits && void load()}>
      <summary>
        <span>Kunjungan petugas</span>
      </summary>
      {act.refusal && <Summary refusal={act.refusal} />}
      {visits?.length === 0 && <p class="quiet">Belum ada kunjungan petugas ke toko ini.</p>}
      <ul class="stackd">
        {visits?.map(({ visitId, day: on, visitorName, record, corrections, pictures, tasks }) => (
          <li key={visitId} class="block">
            <h3>
              {day(on)}, <bdi>{visitorName}</bdi>
            </h3>
            {record && <Written record={record} />}
            <Corrections corrections={corrections} />
            <Pictures name="Saat kunjungan" of={pictures} />
            {tasks.map((task) => (
              <div key={task.taskId}>
                <TaskFacts task={task} late={task.late} />
                {task.proof && (
                  <p>
                    Hasil: <bdi>{task.proof.text}</bdi>
                  </p>
                )}
                <Pictures name="Sesudahnya" of={task.proof?.picture ? [task.proof.picture] : []} />
                {task.mayReopen && (
                  <ReopenForm call={call} task={{ merchantId, taskId: task.taskId }} onDone={() => void load()} />
                )}
              </div>
            ))}
          </li>
        ))}
      </ul>
    </details>
  );
};
