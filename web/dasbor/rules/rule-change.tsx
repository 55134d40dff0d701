import { useEffect, useRef, useState } from 'preact/hooks';
import type { Output } from '../../../shared/contract.ts';
import { addMonths } from '../../../shared/domain/basics/month.ts';
import { typedNumber } from '../../../shared/domain/basics/typed/typed-number.ts';
import { count, monthName, percent } from '../../../shared/domain/basics/wording.ts';
import { useAct } from '../../kit/act.ts';
import { ConfirmDialog } from '../../kit/desk/confirm-dialog.tsx';
import { BothVersions, useEdit } from '../../kit/desk/edit.tsx';
import { Form, filled, flawAt, SelectField, Summary, TextField } from '../../kit/form.tsx';
import { Table } from '../../kit/page.tsx';
import { ifUnchanged } from '../../kit/settings.tsx';
import { today } from '../../kit/today.ts';
import type { AskedCity } from '../opened.ts';
import { oncePrepared } from '../preparing.tsx';
import { latestOf, type Rule, ruleFields, type Turned, told } from './rule-words.ts';
import { StepChoice } from './starts-view.tsx';

type Simulation = Output<'POST /cities/{city}/ranking-policy/simulations'>;
type Outcome = Simulation['before'];

const measures: readonly (readonly [name: keyof Outcome, label: string])[] = [
  ['neverSold', 'Usaha yang tidak menjual apa pun'],
  ['eligibleNeverSold', 'Dari yang memenuhi syarat, tidak menjual apa pun'],
  ['gini', 'Ketimpangan penjualan (0 rata, 100% satu usaha)'],
  ['priceToMedian', 'Harga yang dibayar terhadap harga tengah'],
  ['unmet', 'Permintaan yang tidak terpenuhi'],
  ['gatedOut', 'Usaha yang selalu di bawah garis'],
];
const share = (value: number | null): string => (value === null ? 'tidak ada data' : percent(value));

const turnedOf = (rule: Rule): Record<Turned, number | null> =>
  Object.fromEntries(ruleFields.map(({ name }) => [name, rule[name]])) as Record<Turned, number | null>;

/** Both rules over the same past, and only then the decision, with the very numbers that were tried. */
const Tried = ({ asked, tried, latest }: { asked: AskedCity; tried: Simulation; latest: Rule }) => {
  const { call, place, again } = asked;
  const { before, after, simulated, sentence, simulationId, proposed } = tried;
  const now = today(place.code).slice(0, 7);
  const from = latest.effectiveFrom > now ? latest.effectiveFrom : now;
  const months = [1, 2, 3, 4, 5, 6].map((more) => addMonths(from, more));
  const [start, setStart] = useState(months[0] ?? '');
  const [step, setStep] = useState('');
  const params = { city: place.code };
  const { conflict, act, ...edit } = useEdit<Rule, string>(
    latest,
    async () => latestOf(await call('GET /cities/{city}/ranking-policy', { params })),
    async (effectiveFrom, version) => {
      const decided = await call('PUT /cities/{city}/ranking-policy', {
        params,
        headers: ifUnchanged(version),
        body: {
          ...(turnedOf(proposed) as object),
          effectiveFrom,
          simulationId,
          ...(step === '' ? {} : { stepMonths: Number(step) }),
        },
      });
      again();
      return decided;
    },
  );
  return (
    <section aria-labelledby="hasil-simulasi">
      <h3 id="hasil-simulasi">Hasil pada bulan-bulan lalu kota ini</h3>
      <p role="status">{sentence}</p>
      <Table
        caption={`${count(simulated.requests)} permintaan, ${count(simulated.owners)} pemilik usaha.`}
        head={['Ukuran', 'Aturan sekarang', 'Aturan usulan']}
        rows={measures.map(([name, label]) => [label, share(before[name]), share(after[name])])}
      />
      <p class="small quiet">{simulated.note}</p>
      {act.refusal && <Summary refusal={act.refusal} />}
      {conflict && (
        <BothVersions
          fields={[
            ['Berlaku mulai', monthName(conflict.mine), monthName(conflict.theirs.effectiveFrom)],
            ...ruleFields.map((field) => [field.label, told(field, proposed), told(field, conflict.theirs)] as const),
          ]}
          busy={act.busy}
          onMine={edit.keepMine}
          onTheirs={again}
        />
      )}
      <SelectField
        label="Berlaku mulai tanggal 1"
        name="berlaku"
        choices={months.map((month) => [month, monthName(month)] as const)}
        value={start}
        onChange={setStart}
        flaw={flawAt(act.refusal, '/effectiveFrom')}
      />
      {latest.starts === null && (
        <StepChoice value={step} onChange={setStep} flaw={flawAt(act.refusal, '/stepMonths')} />
      )}
      <ConfirmDialog
        name="Putuskan aturan ini"
        text={`Aturan usulan berlaku mulai 1 ${monthName(start)} untuk semua usaha di ${place.name}. Keputusan ini tercatat dan tampil untuk umum.`}
        onSend={() => edit.save(start)}
        disabled={act.busy}
      />
    </section>
  );
};

/** Wholes are typed as sums are, with or without dots; a browser's own number field would read `250.000` as 250. */
const isWhole = (step: number | undefined): boolean => step === undefined || Number.isInteger(step);

/** The rule's numbers, tried on the city's own past beside the present ones before they can be decided. */
export const RuleChange = ({ asked, present, latest }: { asked: AskedCity; present: Rule; latest: Rule }) => {
  const { call, place } = asked;
  const act = useAct();
  const [tried, setTried] = useState<Simulation>();
  const [waits, setWaits] = useState<string>();
  const here = useRef(true);
  useEffect(
    () => () => {
      here.current = false;
    },
    [],
  );
  const tryOut = (form: HTMLFormElement) =>
    act.run(async () => {
      setTried(undefined);
      const given = filled(form);
      const body = Object.fromEntries(
        ruleFields.flatMap(({ name, step }) => {
          const typed = given[name];
          const value = typed === undefined ? null : isWhole(step) ? typedNumber(typed) : Number(typed);
          return value === present[name] ? [] : [[name, value]];
        }),
      );
      const simulate = () =>
        call('POST /cities/{city}/ranking-policy/simulations', { params: { city: place.code }, body });
      setTried(await oncePrepared(simulate, { told: setWaits, isHere: () => here.current }));
      setWaits(undefined);
    });
  return (
    <section aria-labelledby="ubah-aturan">
      <h2 id="ubah-aturan">Ubah aturan</h2>
      <p>Ubah angkanya, lalu coba pada penjualan kota ini. Aturan baru bisa diputuskan sesudah dicoba.</p>
      {act.refusal && <Summary refusal={act.refusal} />}
      {/* Numbers that were changed after a trial were not tried: the trial goes. */}
      <Form onSubmit={tryOut} onInput={() => tried && setTried(undefined)}>
        {ruleFields.map(({ name, label, help, unit, min, max, step }) => (
          <TextField
            key={name}
            label={`${label} (${unit})`}
            name={name}
            help={help}
            {...(isWhole(step) ? { inputMode: 'numeric' } : { type: 'number', min, max, step })}
            required={name !== 'unitRupiah' && name !== 'referenceRise'}
            value={present[name] === null ? '' : isWhole(step) ? count(present[name]) : String(present[name])}
            flaw={flawAt(act.refusal, `/${name}`)}
          />
        ))}
        <button class="button" type="submit" disabled={act.busy}>
          {act.busy ? 'Mencoba…' : 'Coba pada bulan-bulan lalu'}
        </button>
      </Form>
      {act.busy && waits && <p role="status">{waits} Halaman ini memeriksanya lagi sendiri.</p>}
      {tried && <Tried key={tried.simulationId} asked={asked} tried={tried} latest={latest} />}
    </section>
  );
};
