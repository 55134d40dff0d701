import { useRef } from 'preact/hooks';
import { useAct } from '../../kit/act.ts';
import { type Choice, Summary } from '../../kit/form.tsx';
import type { AskedCity } from '../opened.ts';
import { type NewSeries, SeriesForm } from './series-form.tsx';

type Props = { readonly asked: AskedCity; readonly mentors: readonly Choice[] };
export const AnnounceSeries = ({ asked: { call, place, again }, mentors }: Props) => {
  const act = useAct();
  // One series a filled form: sent again after a break of the line it is the same one.
  const key = useRef(crypto.randomUUID());
  const save = (body: NewSeries, form: HTMLFormElement) =>
    act.run(async () => {
      const headers = { 'idempotency-key': key.current };
      await call('POST /cities/{city}/series', { params: { city: place.code }, body, headers });
      key.current = crypto.randomUUID();
      form.reset();
      again();
    });
  return (
    <details>
      <summary>
        <span>Umumkan program</span>
      </summary>
      {act.refusal && <Summary refusal={act.refusal} />}
      <SeriesForm act={act} mentors={mentors} onSave={save} />
    </details>
  );
};
