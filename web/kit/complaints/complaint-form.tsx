import { useState } from 'preact/hooks';
import type { Output, Sent } from '../../../shared/contract.ts';
import { complaintCategories } from '../../../shared/domain/complaints/states.ts';
import type { Call } from '../../entry/client.ts';
import { useAct } from '../act.ts';
import { untilTime } from '../days.ts';
import { Form, filled, flawAt, SelectField, Summary, TextArea, TextField } from '../form.tsx';
import { spaced } from './complaint-acts.tsx';

type Told = Output<'POST /cities/{city}/complaints'>;
type Given = Sent<'POST /cities/{city}/complaints'>['body'];
const secretWords = (secret: string): string => secret.match(/.{4}/g)?.join('-') ?? secret;

/** What who complained keeps: shown once, because nobody keeps it for them. */
const Receipt = ({ told }: { told: Told }) => (
  <div class="say" role="status">
    <h2>Pengaduan diterima</h2>
    <p>
      Nomor <b>{spaced(told.number)}</b>, kode rahasia <b>{secretWords(told.secret)}</b>.
    </p>
    <p>Catat keduanya: dengan itu Anda melihat jawabannya. Kode rahasia tidak bisa ditampilkan lagi.</p>
    {told.dueAt && <p class="quiet">Diperiksa kota paling lambat {untilTime(told.dueAt)}.</p>}
  </div>
);

const givenIn = (form: HTMLFormElement): Given => {
  const { bidang = 'other', jenis = 'problem', uraian = '', tempat, nama, telepon, rahasia, anonim } = filled(form);
  const reporter = anonim === 'ya' || (!nama && !telepon) ? null : { name: nama ?? null, phone: telepon ?? null };
  return {
    kind: jenis as Given['kind'],
    category: bidang as Given['category'],
    text: uraian,
    address: tempat ?? null,
    reporter,
    secret: rahasia === 'ya',
  };
};

const channels = { phone: 'Telepon', whatsapp: 'WhatsApp', desk: 'Datang ke kantor' } as const;
type Props = {
  readonly call: Call;
  readonly city: string /** An officer types what came otherwise. */;
  readonly typed?: true;
};
/** A complaint, a wish or a question; with a name or without. */
export const ComplaintForm = ({ call, city, typed }: Props) => {
  const [told, setTold] = useState<Told>();
  const [key, setKey] = useState(() => crypto.randomUUID());
  const act = useAct();
  const send = (form: HTMLFormElement) => {
    const [given, channel] = [givenIn(form), filled(form)['lewat'] as keyof typeof channels];
    return act.run(async () => {
      const asked = { params: { city }, headers: { 'idempotency-key': key } };
      const answer = typed
        ? await call('POST /cities/{city}/typed-complaints', { ...asked, body: { ...given, channel } })
        : await call('POST /cities/{city}/complaints', { ...asked, body: given });
      setTold(answer);
      setKey(crypto.randomUUID());
    });
  };
  return (
    <>
      {act.refusal && <Summary refusal={act.refusal} />}
      {told && <Receipt told={told} />}
      <Form key={told?.number ?? ''} onSubmit={send}>
        {typed && <SelectField label="Lewat" name="lewat" choices={Object.entries(channels)} />}
        <SelectField
          label="Apa yang ingin disampaikan?"
          name="jenis"
          choices={[
            ['problem', 'Pengaduan'],
            ['aspiration', 'Usulan'],
            ['question', 'Pertanyaan'],
          ]}
        />
        <SelectField
          label="Bidang"
          name="bidang"
          // Who chooses none is not sent on to the first office of the list.
          value="other"
          choices={Object.entries(complaintCategories)}
        />
        <TextArea
          label="Isi"
          name="uraian"
          rows={5}
          required
          help="Jangan tulis NIK. Nomor dan alamat surel tidak tampil untuk umum."
          flaw={flawAt(act.refusal, '/text')}
        />
        <TextField label="Tempat, bila perlu" name="tempat" maxLength={200} flaw={flawAt(act.refusal, '/address')} />
        <TextField
          label="Nama, bila mau"
          name="nama"
          maxLength={80}
          autoComplete="name"
          flaw={flawAt(act.refusal, '/reporter/name')}
        />
        <TextField
          label="Nomor HP, bila mau"
          name="telepon"
          inputMode="tel"
          autoComplete="tel"
          flaw={flawAt(act.refusal, '/reporter/phone')}
        />
        <label class="check">
          <input type="checkbox" name="anonim" value="ya" /> Kirim tanpa nama (anonim)
        </label>
        <label class="check">
          <input type="checkbox" name="rahasia" value="ya" /> Rahasia: hanya kota dan dinasnya yang membaca
        </label>
        <button class="button" type="submit" disabled={act.busy}>
          {act.busy ? 'Mengirim…' : 'Kirim'}
        </button>
      </Form>
    </>
  );
};
