import { useState } from 'preact/hooks';
import { type FollowUpState, stateWords } from '../../../shared/domain/follow-ups/state-words.ts';
import type { Act } from '../../kit/act.ts';
import { useAct } from '../../kit/act.ts';
import { type Choice, Form, filled, flawAt, SelectField, Summary, TextArea, TextField } from '../../kit/form.tsx';
import { seatWords } from '../people/who.tsx';
import type { Visitor } from '../visits/visitors.ts';
import { keepName, nameKept } from './officer-name.ts';

const Refused = ({ act }: { act: Act }) => (act.refusal ? <Summary refusal={act.refusal} /> : null);

type TakeProps = { readonly button: string; readonly take: (name: string) => Promise<void> };
/** One tap, once the name is known. */
export const TakeForm = ({ button, take }: TakeProps) => {
  const act = useAct();
  const send = (form: HTMLFormElement) =>
    act.run(async () => {
      const name = filled(form)['nama'] ?? '';
      await take(name);
      keepName(name);
    });
  return (
    <Form onSubmit={send}>
      <Refused act={act} />
      <TextField
        label="Nama Anda"
        name="nama"
        required
        maxLength={60}
        autocomplete="name"
        value={nameKept()}
        help="Agar petugas lain tahu siapa yang menangani."
        flaw={flawAt(act.refusal, '/officerName')}
      />
      <button class="button" type="submit" disabled={act.busy}>
        {button}
      </button>
    </Form>
  );
};

type GiveProps = {
  readonly title: string;
  readonly button: string;
  readonly colleagues: readonly Visitor[];
  readonly give: (officer: string, name: string) => Promise<void>;
};
/** Given to a colleague, folded until wanted. */
export const GiveForm = ({ title, button, colleagues, give }: GiveProps) => {
  const act = useAct();
  const [chosen, setChosen] = useState('');
  const named = colleagues.find(({ person }) => person === chosen)?.personName ?? '';
  const send = (form: HTMLFormElement) =>
    act.run(async () => {
      const { petugas = '', sebutan = '' } = filled(form);
      await give(petugas, sebutan);
    });
  return (
    <details>
      <summary>{title}</summary>
      <Form onSubmit={send}>
        <Refused act={act} />
        <SelectField
          label="Akun petugas"
          name="petugas"
          required
          flaw={flawAt(act.refusal, '/officer')}
          value={chosen}
          onChange={setChosen}
          choices={[['', 'Pilih petugas'], ...colleagues.map((one): Choice => [one.person, seatWords(one)])]}
        />
        <TextField
          key={chosen}
          label="Nama petugas"
          name="sebutan"
          value={named}
          required
          maxLength={60}
          flaw={flawAt(act.refusal, '/officerName')}
        />
        <button class="line" type="submit" disabled={act.busy}>
          {button}
        </button>
      </Form>
    </details>
  );
};

type StepProps = {
  readonly state: FollowUpState;
  readonly record: (state: FollowUpState, note: string) => Promise<void>;
};
/** How far it is, and what was agreed. */
export const StepForm = ({ state, record }: StepProps) => {
  const act = useAct();
  const send = (form: HTMLFormElement) =>
    act.run(async () => {
      const said = filled(form);
      await record((said['keadaan'] ?? state) as FollowUpState, said['catatan'] ?? '');
    });
  return (
    <Form onSubmit={send}>
      <Refused act={act} />
      <SelectField
        label="Keadaan"
        name="keadaan"
        required
        value={state}
        flaw={flawAt(act.refusal, '/state')}
        choices={Object.entries(stateWords)}
      />
      <TextArea
        label="Catatan"
        name="catatan"
        rows={3}
        required
        flaw={flawAt(act.refusal, '/note')}
        help="Apa yang disepakati. Tentang usahanya, bukan urusan pribadi."
      />
      <button class="button" type="submit" disabled={act.busy}>
        Simpan catatan
      </button>
    </Form>
  );
};
