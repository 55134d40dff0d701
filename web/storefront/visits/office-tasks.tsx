import { useState } from 'preact/hooks';
import type { Output } from '../../../shared/contract.ts';
import { phone as phoneWords, whatsApp } from '../../../shared/domain/basics/wording.ts';
import type { Call } from '../../entry/client.ts';
import { useAct } from '../../kit/act.ts';
import { allOf } from '../../kit/all-of.ts';
import { Summary } from '../../kit/form.tsx';
import { DoneForm, TaskFacts } from '../../kit/visits/task-acts.tsx';

type Card = Output<'GET /agencies/{agencyId}/visit-tasks'>['items'][number];

/** What makers need that the office was given to do. */
export const OfficeTasks = ({ call, token, agencyId }: { call: Call; token: string; agencyId: string }) => {
  const [cards, setCards] = useState<readonly Card[]>();
  const act = useAct();
  const load = () =>
    act.run(async () => {
      const read = (cursor: string | undefined) => {
        const query = { waits: 'office', limit: 100, cursor } as const;
        return call('GET /agencies/{agencyId}/visit-tasks', { params: { agencyId }, query });
      };
      setCards(await allOf(read));
    });
  return (
    <details onToggle={(event) => event.currentTarget.open && !cards && void load()}>
      <summary>
        <span>Kebutuhan usaha untuk dinas ini</span>
      </summary>
      {act.refusal && <Summary refusal={act.refusal} />}
      {cards?.length === 0 && <p class="quiet">Tidak ada kebutuhan usaha yang menunggu.</p>}
      <ul class="stackd">
        {cards?.map((card) => (
          <li key={card.taskId} class="block">
            <p>
              <b>
                <bdi>{card.name}</bdi>
              </b>
              , <bdi>{card.address}</bdi>
              {card.phone && (
                <>
                  {' · '}
                  <a
                    href={whatsApp(`Selamat siang, ${card.name}. Tentang kebutuhan Anda: ${card.text}`, card.phone)}
                    target="_blank"
                    rel="noopener noreferrer"
                  >
                    WhatsApp {phoneWords(card.phone)}
                  </a>
                </>
              )}
            </p>
            <TaskFacts task={card} late={card.late} />
            <DoneForm call={call} token={token} task={card} onDone={() => void load()} />
          </li>
        ))}
      </ul>
    </details>
  );
};
