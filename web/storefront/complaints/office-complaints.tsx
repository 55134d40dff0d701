import { useState } from 'preact/hooks';
import type { Output } from '../../../shared/contract.ts';
import type { Call } from '../../entry/client.ts';
import { useAct } from '../../kit/act.ts';
import { allOf } from '../../kit/all-of.ts';
import { AnswerForms, ComplaintFacts, type FoundComplaint, spaced } from '../../kit/complaints/complaint-acts.tsx';
import { Summary } from '../../kit/form.tsx';

type Card = Output<'GET /agencies/{agencyId}/complaints'>['items'][number];

const One = ({ call, card, onDone }: { call: Call; card: Card; onDone: () => void }) => {
  const [one, setOne] = useState<FoundComplaint>();
  const act = useAct();
  const open = (isOpen: boolean) => {
    const params = { number: card.number };
    if (isOpen && !one) void act.run(async () => setOne(await call('GET /complaints/{number}', { params })));
  };
  return (
    <li class="block">
      <details onToggle={(event) => open(event.currentTarget.open)}>
        <summary>
          <span>
            {spaced(card.number)} · <bdi>{card.text.slice(0, 80)}</bdi>
            {card.late && <b class="flaw"> · terlambat</b>}
          </span>
        </summary>
        {act.refusal && <Summary refusal={act.refusal} />}
        {one && <ComplaintFacts one={one} />}
        {one && <AnswerForms call={call} one={one} onDone={onDone} />}
      </details>
    </li>
  );
};

/** What the office was given to answer. */
export const OfficeComplaints = ({ call, agencyId }: { call: Call; agencyId: string }) => {
  const [cards, setCards] = useState<readonly Card[]>();
  const act = useAct();
  const load = () =>
    act.run(async () => {
      const read = (cursor: string | undefined) => {
        const query = { waits: 'office', limit: 100, cursor } as const;
        return call('GET /agencies/{agencyId}/complaints', { params: { agencyId }, query });
      };
      setCards(await allOf(read));
    });
  return (
    <details onToggle={(event) => event.currentTarget.open && !cards && void load()}>
      <summary>
        <span>Pengaduan untuk dinas ini</span>
      </summary>
      {act.refusal && <Summary refusal={act.refusal} />}
      {cards?.length === 0 && <p class="quiet">Tidak ada pengaduan yang menunggu jawaban.</p>}
      <ul class="stackd">
        {cards?.map((card) => (
          <One key={card.number} call={call} card={card} onDone={() => void load()} />
        ))}
      </ul>
    </details>
  );
};
