import type { Output, Sent } from '../../../shared/contract.ts';
import { type Need, needWords, type Obstacle, obstacleWords } from '../../../shared/domain/visits/words.ts';
import type { Call } from '../../entry/client.ts';
import { useAct } from '../act.ts';
import { type Choice, Form, filled, flawAt, SelectField, Summary, TextArea, TextField } from '../form.tsx';
import { ifUnchanged } from '../settings.tsx';

type Visit = Pick<Output<'GET /visits/{visitId}'>, 'visitId' | 'version' | 'record'>;
type Record = NonNullable<Visit['record']>;
type Body = Sent<'POST /visits/{visitId}/corrections'>['body'];

/** What the form says: a need whose words are taken away is none. */
const bodyOf = (form: HTMLFormElement, { needs, again }: Record): Body => {
  const said = filled(form);
  const kept = needs.flatMap(({ kind }, at) => {
    const text = said[`kebutuhan-${at}`];
    return text ? [{ kind, text }] : [];
  });
  const more = said['kebutuhan-baru'];
  return {
    production: said['produksi'] ?? null,
    marketing: said['pemasaran'] ?? null,
    problems: said['masalah'] ?? null,
    obstacles: new FormData(form).getAll('hambatan') as Obstacle[],
    needs: more ? [...kept, { kind: (said['jenis-baru'] ?? 'other') as Need, text: more }] : kept,
    agreed: said['janji'] ?? null,
    again: said['lagi'] ?? again,
    reason: said['alasan'] ?? '',
  };
};

const Needs = ({ needs }: Pick<Record, 'needs'>) => (
  <>
    {needs.map(({ kind, text }, at) => (
      <TextField
        key={`${kind} ${at}`}
        label={needWords[kind]}
        name={`kebutuhan-${at}`}
        maxLength={200}
        value={text}
        help="Kosongkan bila ternyata bukan kebutuhan."
      />
    ))}
    <SelectField
      label="Kebutuhan yang terlewat"
      name="jenis-baru"
      value="photos"
      choices={(Object.keys(needWords) as Need[]).map((kind): Choice => [kind, needWords[kind]])}
    />
    <TextField label="Apa tepatnya" name="kebutuhan-baru" maxLength={200} />
  </>
);

type Props = { readonly call: Call; readonly visit: Visit; readonly onDone: () => unknown };
/** Puts right what was sent; what stood there stays beside it, and the shop reads both. */
export const CorrectionForm = ({ call, visit: { visitId, version, record }, onDone }: Props) => {
  const act = useAct();
  if (!record) return null;
  const send = (form: HTMLFormElement) =>
    act.run(async () => {
      const asked = { params: { visitId }, body: bodyOf(form, record), headers: ifUnchanged(version) };
      await call('POST /visits/{visitId}/corrections', asked);
      onDone();
    });
  return (
    <details>
      <summary>
        <span>Perbaiki catatan ini</span>
      </summary>
      <Form onSubmit={send}>
        {act.refusal && <Summary refusal={act.refusal} />}
        <TextArea label="Produksi" name="produksi" rows={3} maxLength={500} value={record.production} />
        <TextArea label="Pemasaran" name="pemasaran" rows={3} maxLength={500} value={record.marketing} />
        <fieldset class="ways">
          <legend>Hambatan</legend>
          {(Object.keys(obstacleWords) as Obstacle[]).map((one) => (
            <label key={one} class="check">
              <input type="checkbox" name="hambatan" value={one} defaultChecked={record.obstacles.includes(one)} />
              <span>{obstacleWords[one]}</span>
            </label>
          ))}
        </fieldset>
        <TextArea label="Masalah" name="masalah" rows={3} maxLength={500} value={record.problems} />
        <Needs needs={record.needs} />
        <TextArea label="Janji" name="janji" rows={2} maxLength={400} value={record.agreed} />
        <TextField label="Diperiksa lagi" name="lagi" type="date" value={record.again} />
        <TextField
          label="Mengapa diperbaiki"
          name="alasan"
          required
          maxLength={200}
          help="Dibaca pemilik usaha. Catatan lama tetap tersimpan di sampingnya."
          flaw={flawAt(act.refusal, '/reason')}
        />
        <button class="button" type="submit" disabled={act.busy}>
          {act.busy ? 'Mengirim…' : 'Simpan perbaikan'}
        </button>
      </Form>
    </details>
  );
};
