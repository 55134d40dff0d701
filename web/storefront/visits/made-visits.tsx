import { useState } from 'preact/hooks';
import type { Output } from '../../../shared/contract.ts';
import { day } from '../../../shared/domain/basics/wording.ts';
import type { Call } from '../../entry/client.ts';
import { useAct } from '../../kit/act.ts';
import { Summary } from '../../kit/form.tsx';
import { CorrectionForm } from '../../kit/visits/correction-form.tsx';
import { Corrections } from '../../kit/visits/corrections.tsx';

type Made = Output<'GET /visits/{visitId}'>;
type Card = Output<'GET /me/visits'>['items'][number];

const One = ({ call, card }: { call: Call; card: Card }) => {
  const [visit, setVisit] = useState<Made>();
  const act = useAct();
  const { visitId } = card;
  const load = () => act.run(async () => setVisit(await call('GET /visits/{visitId}', { params: { visitId } })));
  return (
    <details onToggle={(event) => event.currentTarget.open && !visit && void load()}>
      <summary>
        <span>
          <bdi>{card.name}</bdi>, {day(card.day)}
        </span>
      </summary>
      {act.refusal && <Summary refusal={act.refusal} />}
      {visit && (
        <>
          <Corrections corrections={visit.corrections} />
          <CorrectionForm key={visit.version} call={call} visit={visit} onDone={load} />
        </>
      )}
    </details>
  );
};

/** What somebody sent before, to be put right where it was wrong; it needs a line. */
export const MadeVisits = ({ call }: { call: Call }) => {
  const [made, setMade] = useState<readonly Card[]>();
  const act = useAct();
  const load = () =>
    act.run(async () => setMade((await call('GET /me/visits', { query: { state: 'done', limit: 20 } })).items));
  return (
    <details onToggle={(event) => event.currentTarget.open && !made && void load()}>
      <summary>
        <span>Sudah dikirim</span>
      </summary>
      {act.refusal && <Summary refusal={act.refusal} />}
      {made?.length === 0 && <p class="quiet">Belum ada catatan yang terkirim.</p>}
      {made?.map((card) => (
        <One key={card.visitId} call={call} card={card} />
      ))}
    </details>
  );
};
