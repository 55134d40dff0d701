import { useState } from 'preact/hooks';
import type { Output, Sent } from '../../../shared/contract.ts';
import { typedNumber } from '../../../shared/domain/basics/typed/typed-number.ts';
import { count } from '../../../shared/domain/basics/wording.ts';
import { type FeedKindCode, feedKinds } from '../../../shared/domain/partners/feeds/words.ts';
import type { Call } from '../../entry/client.ts';
import { sendFile } from '../../entry/send-file.ts';
import { useAct } from '../act.ts';
import { RowFlaws } from '../desk/row-flaws.tsx';
import { Form, filled, flawAt, SelectField, Summary, TextField } from '../form.tsx';

type Taken = Output<'POST /partners/{partnerId}/feeds'>;
type NewFeed = Sent<'POST /partners/{partnerId}/feeds'>['body'];
type Partner = Pick<Output<'GET /partners/{partnerId}'>['partner'], 'partnerId' | 'cities'>;
type Props = {
  readonly call: Call;
  readonly token: string;
  readonly partner: Partner;
  readonly nameOf: (city: string) => string;
  readonly month: string;
  readonly onDone: () => void;
};

/** As much as one request carries. */
const PART_BYTES = 4_000_000;
const sendParts = async (token: string, { partnerId }: Partner, file: File): Promise<string[]> => {
  const parts: string[] = [];
  for (let from = 0; from < file.size; from += PART_BYTES) {
    const part = file.slice(from, from + PART_BYTES);
    const { partId } = await sendFile<{ partId: string }>(token, `/partners/${partnerId}/feed-parts`, part);
    parts.push(partId);
  }
  return parts;
};

const kindOf = (typed = ''): FeedKindCode => (typed in feedKinds ? (typed as FeedKindCode) : 'activity');

const told = ({ rows, flawCount, written, feed }: Taken): string => {
  if (flawCount > 0) return `${count(rows)} baris dibaca, ${count(flawCount)} kesalahan. Belum ada yang disimpan.`;
  if (written) return `${count(rows)} baris diterima sebagai revisi ${feed?.revision ?? 1}.`;
  return feed ? `Data ini sudah diterima sebagai revisi ${feed.revision}.` : `${count(rows)} baris, semuanya benar.`;
};

type FieldsProps = Pick<Props, 'partner' | 'nameOf' | 'month'> & {
  readonly flaw: (pointer: string) => string | undefined;
};
const FeedFields = ({ partner, nameOf, month, flaw }: FieldsProps) => (
  <>
    {partner.cities.length > 1 && (
      <SelectField label="Kota" name="kotaData" choices={partner.cities.map((city) => [city, nameOf(city)] as const)} />
    )}
    <SelectField label="Jenis data" name="jenisData" choices={Object.entries(feedKinds)} />
    <TextField
      label="Bulan"
      name="bulanData"
      type="month"
      value={month}
      required
      flaw={flaw('/month')}
      help="Jatuh tempo tanggal 21 bulan berikutnya."
    />
    <TextField
      label="Revisi"
      name="revisi"
      value="1"
      inputMode="numeric"
      maxLength={2}
      required
      help="1 untuk yang pertama, lalu tambah satu tiap perbaikan."
      flaw={flaw('/revision')}
    />
    <TextField
      label="Alasan perbaikan"
      name="alasan"
      maxLength={200}
      flaw={flaw('/reason')}
      help="Wajib mulai revisi 2."
    />
    <TextField
      label="Berkas (XLSX atau CSV)"
      name="berkasData"
      type="file"
      accept=".xlsx,.csv"
      required
      flaw={flaw('/parts')}
    />
  </>
);

/** A month from a file: looked at first, then sent when every row is right. A large file goes in parts. */
export const SendFeed = ({ call, token, partner, nameOf, month, onDone }: Props) => {
  const [taken, setTaken] = useState<Taken>();
  const [checked, setChecked] = useState<NewFeed>();
  const act = useAct();
  const params = { partnerId: partner.partnerId };
  const send = (body: NewFeed) =>
    act.run(async () => {
      const answer = await call('POST /partners/{partnerId}/feeds', { params, body });
      setTaken(answer);
      if (answer.written) onDone();
    });
  const check = (form: HTMLFormElement) => {
    const { kotaData = partner.cities[0] ?? '', jenisData, bulanData = '', revisi = '1', alasan } = filled(form);
    const given = new FormData(form).get('berkasData');
    setTaken(undefined);
    return act.run(async () => {
      if (!(given instanceof File)) return;
      const feed = {
        city: kotaData,
        kind: kindOf(jenisData),
        month: bulanData,
        revision: typedNumber(revisi),
        parts: await sendParts(token, partner, given),
        ...(alasan === undefined ? {} : { reason: alasan }),
      };
      setTaken(await call('POST /partners/{partnerId}/feeds', { params, body: { ...feed, mode: 'check' } }));
      setChecked(feed);
    });
  };
  const flaw = (pointer: string) => flawAt(act.refusal, pointer);
  const isRight = taken?.flawCount === 0 && taken.rows > 0 && taken.feed === null;
  return (
    <details>
      <summary>Kirim data bulanan</summary>
      {act.refusal && <Summary refusal={act.refusal} />}
      <Form onSubmit={check}>
        <FeedFields partner={partner} nameOf={nameOf} month={month} flaw={flaw} />
        <button class="button" type="submit" disabled={act.busy}>
          {act.busy ? 'Memeriksa…' : 'Periksa berkas'}
        </button>
      </Form>
      <p role="status">{taken && told(taken)}</p>
      {isRight && checked && (
        <button class="line" type="button" disabled={act.busy} onClick={() => void send(checked)}>
          Kirim {count(taken.rows)} baris
        </button>
      )}
      {taken && <RowFlaws {...taken} />}
      {taken && taken.flagCount > 0 && (
        <p class="quiet">
          {count(taken.flagCount)} angka di bawah 10 tidak ditulis -1; disimpan sebagai -1 supaya orangnya tidak
          dikenali.
        </p>
      )}
    </details>
  );
};
