import type { Output } from '../../../shared/contract.ts';
import { useAct } from '../../kit/act.ts';
import { AnswerForms, ComplaintFacts, type FoundComplaint, spaced } from '../../kit/complaints/complaint-acts.tsx';
import { ComplaintSteps } from '../../kit/complaints/complaint-steps.tsx';
import { Form, filled, flawAt, SelectField, Summary, TextArea, TextField } from '../../kit/form.tsx';
import { dasborAddress } from '../address.ts';
import type { AskedCity, Opened } from '../opened.ts';
import { soughtFor } from '../search/sought.ts';

type Agency = Output<'GET /cities/{city}/agencies'>['items'][number];
type Props = { readonly asked: AskedCity; readonly one: FoundComplaint; readonly agencies: readonly Agency[] };

const officeChoices = (agencies: readonly Agency[]) =>
  agencies.map(({ agencyId, name }): [string, string] => [agencyId, name]);

/** The city looks first: whose it is, or that it is nobody's here. */
const Verify = ({ asked: { call, again }, one, agencies }: Props) => {
  const act = useAct();
  const params = { number: one.number };
  const send = (form: HTMLFormElement) => {
    const { putusan = 'assign', dinas: agencyId, alasan: reason = '', samaDengan: of = '' } = filled(form);
    return act.run(async () => {
      const body =
        putusan === 'not-ours'
          ? ({ decision: 'not-ours', reason } as const)
          : putusan === 'duplicate'
            ? ({ decision: 'duplicate', of } as const)
            : ({ decision: 'assign', ...(agencyId === undefined ? {} : { agencyId }) } as const);
      await call('POST /complaints/{number}/verify', { params, body });
      again();
    });
  };
  return (
    <Form onSubmit={send}>
      {act.refusal && <Summary refusal={act.refusal} />}
      <SelectField
        label="Putusan"
        name="putusan"
        choices={[
          ['assign', 'Teruskan ke dinas'],
          ['not-ours', 'Bukan wewenang kota'],
          ['duplicate', 'Sama dengan pengaduan lain'],
        ]}
      />
      <SelectField
        label="Dinas"
        name="dinas"
        help="Kosong: dinas penjawab bidang ini."
        choices={[['', 'Menurut bidangnya'], ...officeChoices(agencies)]}
        flaw={flawAt(act.refusal, '/agencyId')}
      />
      <TextArea label="Alasan, bila bukan wewenang kota" name="alasan" rows={2} flaw={flawAt(act.refusal, '/reason')} />
      <TextField label="Nomor pengaduan yang sama" name="samaDengan" maxLength={20} flaw={flawAt(act.refusal, '/of')} />
      <button class="button" type="submit" disabled={act.busy}>
        Simpan putusan
      </button>
    </Form>
  );
};

const Forward = ({ asked: { call, again }, one, agencies }: Props) => {
  const act = useAct();
  const send = (form: HTMLFormElement) => {
    const { dinasLain: agencyId = '', alasanTerus: reason = '' } = filled(form);
    return act.run(async () => {
      await call('POST /complaints/{number}/forward', { params: { number: one.number }, body: { agencyId, reason } });
      again();
    });
  };
  return (
    <details>
      <summary>Teruskan ke dinas lain</summary>
      {act.refusal && <Summary refusal={act.refusal} />}
      <Form onSubmit={send}>
        <SelectField
          label="Dinas lain"
          name="dinasLain"
          choices={officeChoices(agencies.filter(({ agencyId }) => agencyId !== one.agencyId))}
        />
        <TextArea label="Alasan" name="alasanTerus" rows={2} required flaw={flawAt(act.refusal, '/reason')} />
        <button class="line" type="submit" disabled={act.busy}>
          Teruskan
        </button>
      </Form>
    </details>
  );
};

/** One complaint with all its steps, and what the city can do with it. */
export const openComplaint = async (asked: AskedCity): Promise<Opened> => {
  const { call, place, kinds, rest, again } = asked;
  const acts = kinds.includes('city-admin');
  const [one, agencies] = await Promise.all([
    call('GET /complaints/{number}', { params: { number: rest } }),
    acts
      ? call('GET /cities/{city}/agencies', { params: { city: place.code }, query: { limit: 100 } }).then(
          ({ items }) => items,
        )
      : [],
  ]);
  const props = { asked, one, agencies };
  const { orderId } = soughtFor(one.text.slice(Math.max(0, one.text.search(/ord[_-]/i))));
  const order = orderId && asked.linkTo('cari', { q: orderId });
  const page = (
    <article>
      <h1>Pengaduan {spaced(one.number)}</h1>
      <p>
        <a href={dasborAddress('pengaduan', place)}>Kembali ke daftar pengaduan</a>
      </p>
      <ComplaintFacts one={one} />
      {order && (
        <p>
          <a href={order}>Cari pesanan yang disebut</a>
        </p>
      )}
      {acts && (one.state === 'received' || one.state === 'verified') && <Verify {...props} />}
      {acts && <AnswerForms call={call} one={one} onDone={again} />}
      {acts && ['assigned', 'in-progress', 'reopened'].includes(one.state) && <Forward {...props} />}
      <h2>Perjalanan</h2>
      <ComplaintSteps steps={one.steps} />
    </article>
  );
  return { title: `Pengaduan ${spaced(one.number)}`, page };
};
