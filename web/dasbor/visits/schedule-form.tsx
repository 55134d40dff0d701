import { useState } from 'preact/hooks';
import { type Call, Refusal } from '../../entry/client.ts';
import { useAct } from '../../kit/act.ts';
import { type Choice, Form, filled, SelectField, Summary, TextField } from '../../kit/form.tsx';
import { keepName, nameKept } from '../follow-ups/officer-name.ts';
import type { AskedCity } from '../opened.ts';
import { seatWords } from '../people/who.tsx';
import type { Visitor } from './visitors.ts';

export type ShopToVisit = { readonly merchantId: string; readonly name: string; readonly reason: string | undefined };
type Props = {
  readonly asked: Pick<AskedCity, 'call' | 'place' | 'me'>;
  readonly visitors: readonly Visitor[];
  /** Asked for when the form is sent: those that are chosen then. */
  readonly shops: () => readonly ShopToVisit[];
  readonly button: string;
};
type Told = { readonly name: string; readonly refused: string | undefined };

const plan = async (call: Call, city: string, shop: ShopToVisit, said: Record<string, string>): Promise<Told> => {
  const { hari: day = '', pengunjung: visitor = '', namaPengunjung: visitorName = '' } = said;
  const { merchantId, name, reason } = shop;
  const body = { merchantId, day, visitor, visitorName, ...(reason ? { reason: reason.slice(0, 200) } : {}) };
  try {
    await call('POST /cities/{city}/visits', { params: { city }, body });
    return { name, refused: undefined };
  } catch (error) {
    if (!(error instanceof Refusal) || error.status === 0 || error.code === 'invalid_request') throw error;
    return { name, refused: error.flaws[0]?.detail ?? error.message };
  }
};

/** Sends somebody to one shop or several, on a day; each shop is told by itself. */
export const ScheduleForm = ({ asked: { call, place, me }, visitors, shops, button }: Props) => {
  const act = useAct();
  const [told, setTold] = useState<readonly Told[]>([]);
  const [person, setPerson] = useState(visitors[0]?.person);
  const own = person === me?.person;
  const named = visitors.find((one) => one.person === person)?.personName ?? '';
  const send = (form: HTMLFormElement) =>
    act.run(async () => {
      const said = filled(form);
      const chosen = shops();
      if (chosen.length === 0) throw new Refusal(400, 'invalid_request', 'Pilih paling sedikit satu usaha.');
      const answers: Told[] = [];
      for (const shop of chosen) answers.push(await plan(call, place.code, shop, said));
      if (own) keepName(said['namaPengunjung'] ?? '');
      setTold(answers);
    });
  const planned = told.filter(({ refused }) => refused === undefined).length;
  return (
    <Form onSubmit={send}>
      {act.refusal && <Summary refusal={act.refusal} />}
      {told.length > 0 && (
        <div class="say" role="status">
          <p>{planned} kunjungan dijadwalkan.</p>
          {told.map(({ name, refused }) => (refused ? <p key={name}>{`${name}: ${refused}`}</p> : null))}
        </div>
      )}
      <TextField label="Hari" name="hari" type="date" required />
      <SelectField
        label="Yang datang"
        name="pengunjung"
        required
        value={person}
        onChange={setPerson}
        choices={visitors.map((one): Choice => [one.person, one.person === me?.person ? 'Saya' : seatWords(one)])}
      />
      <TextField
        key={person}
        label="Nama petugas"
        name="namaPengunjung"
        required
        maxLength={60}
        value={own ? nameKept() || named : named}
        help="Terlihat oleh petugas lain dan pemilik usaha."
      />
      <button class="button" type="submit" disabled={act.busy}>
        {act.busy ? 'Menjadwalkan…' : button}
      </button>
    </Form>
  );
};
