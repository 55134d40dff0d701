import { useState } from 'preact/hooks';
import type { Output } from '../../../shared/contract.ts';
import { stateWords } from '../../../shared/domain/complaints/states.ts';
import type { Call } from '../../entry/client.ts';
import { useAct } from '../../kit/act.ts';
import { BottomBar } from '../../kit/bottom-bar.tsx';
import { ComplaintForm } from '../../kit/complaints/complaint-form.tsx';
import { ComplaintSteps } from '../../kit/complaints/complaint-steps.tsx';
import { untilTime } from '../../kit/days.ts';
import { Form, filled, flawAt, SelectField, Summary, TextArea, TextField } from '../../kit/form.tsx';
import { Main, Notice } from '../../kit/page.tsx';
import { PageTop } from '../../kit/page-top.tsx';
import type { CityCard } from '../../kit/places.ts';

type Tracked = Output<'POST /complaints/{number}/track'>;
type Opened = { readonly secret: string; readonly one: Tracked };

/** Its reporter says that it is over, or what is not. */
const Reply = ({
  call,
  opened: { secret, one },
  onDone,
}: {
  call: Call;
  opened: Opened;
  onDone: (one: Tracked) => void;
}) => {
  const act = useAct();
  const send = (form: HTMLFormElement) => {
    const { tanggapan = 'confirm', kataTanggapan: text, bintang } = filled(form);
    return act.run(async () => {
      const stars = bintang === undefined ? {} : { stars: Number(bintang) };
      const said = text === undefined ? {} : { text };
      const body = { secret, reply: tanggapan as 'confirm' | 'reopen', ...said, ...stars };
      onDone(await call('POST /complaints/{number}/reply', { params: { number: one.number }, body }));
    });
  };
  return (
    <Form onSubmit={send}>
      {act.refusal && <Summary refusal={act.refusal} />}
      <SelectField
        label="Tanggapan Anda"
        name="tanggapan"
        choices={[['confirm', 'Selesai'], ...(one.mayReopen ? [['reopen', 'Belum beres, buka lagi'] as const] : [])]}
      />
      <SelectField
        label="Kepuasan"
        name="bintang"
        choices={[
          ['', 'Tidak menilai'],
          ...[1, 2, 3, 4, 5].map((stars): [string, string] => [String(stars), `${stars} dari 5`]),
        ]}
      />
      <TextArea label="Keterangan" name="kataTanggapan" rows={3} flaw={flawAt(act.refusal, '/text')} />
      <button class="button" type="submit" disabled={act.busy}>
        Kirim tanggapan
      </button>
    </Form>
  );
};

const Progress = ({ one }: { one: Tracked }) => (
  <>
    <p role="status">
      <b>{stateWords[one.state]}</b>
      {one.agencyName && (
        <>
          {' · '}
          <bdi>{one.agencyName}</bdi>
        </>
      )}
      {one.dueAt && <span class="quiet"> · sampai {untilTime(one.dueAt)}</span>}
    </p>
    {one.answer && (
      <p class="say">
        {one.answer.outcome === 'fixed' ? 'Sudah ditangani: ' : 'Tidak ditangani: '}
        <bdi>{one.answer.text}</bdi>
      </p>
    )}
    <ComplaintSteps steps={one.steps} />
  </>
);

const Track = ({ call }: { call: Call }) => {
  const [opened, setOpened] = useState<Opened>();
  const act = useAct();
  const look = (form: HTMLFormElement) => {
    const { nomor: number = '', kode: secret = '' } = filled(form);
    return act.run(async () => {
      const one = await call('POST /complaints/{number}/track', { params: { number }, body: { secret } });
      setOpened({ secret, one });
    });
  };
  const asksReply =
    opened && ['answered', 'closed-fixed', 'closed-not-fixed'].includes(opened.one.state) && opened.one.stars === null;
  return (
    <section aria-labelledby="lacak">
      <h2 id="lacak">Lihat jawaban</h2>
      {act.refusal && <Summary refusal={act.refusal} />}
      <Form onSubmit={look}>
        <TextField label="Nomor pengaduan" name="nomor" maxLength={20} required autoComplete="off" />
        <TextField
          label="Kode rahasia"
          name="kode"
          maxLength={20}
          required
          autoComplete="off"
          flaw={flawAt(act.refusal, '/secret')}
        />
        <button class="line" type="submit" disabled={act.busy}>
          Lihat
        </button>
      </Form>
      {opened && <Progress one={opened.one} />}
      {asksReply && <Reply call={call} opened={opened} onDone={(one) => setOpened({ ...opened, one })} />}
    </section>
  );
};

type Props = { readonly call: Call; readonly cities: readonly CityCard[]; readonly asked: string | undefined };
/** Anybody tells the city what is wrong or wished, and follows it; nobody has to sign in. */
export const ComplaintPage = ({ call, cities, asked }: Props) => {
  const city = cities.find(({ cityCode }) => cityCode === asked);
  return (
    <>
      <PageTop title="Pengaduan dan usulan" back="/" />
      <Main>
        {city ? (
          <section aria-labelledby="kirim">
            <h2 id="kirim">Kirim ke {city.name}</h2>
            <p class="quiet">Diperiksa dalam 3 hari kerja, dijawab dinas dalam 5 hari kerja sesudahnya.</p>
            <ComplaintForm call={call} city={city.cityCode} />
          </section>
        ) : (
          <Notice title="Pilih kota" text="Pengaduan dibaca kota yang Anda pilih.">
            <ul class="plain">
              {cities.map(({ cityCode, name }) => (
                <li key={cityCode}>
                  <a href={`/akun/pengaduan?kota=${cityCode}`}>{name}</a>
                </li>
              ))}
            </ul>
          </Notice>
        )}
        <Track call={call} />
      </Main>
      <BottomBar at="akun" />
    </>
  );
};
