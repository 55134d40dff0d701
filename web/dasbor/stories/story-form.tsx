import { useState } from 'preact/hooks';
import type { Output } from '../../../shared/contract.ts';
import { useAct } from '../../kit/act.ts';
import { ConfirmDialog } from '../../kit/desk/confirm-dialog.tsx';
import { Form, filled, flawAt, Summary, TextArea } from '../../kit/form.tsx';
import type { AskedCity } from '../opened.ts';

type Visit = Output<'GET /visits/{visitId}'>;
type Story = Output<'GET /merchants/{merchantId}/story'>;

const MOST_PHOTOS = 3;
const stateWords: Readonly<Record<Story['state'], string>> = {
  none: 'Belum ada cerita tentang usaha ini.',
  waiting: 'Menunggu izin pemilik.',
  published: 'Tampil dengan izin pemilik.',
  declined: 'Pemilik tidak setuju dengan usulan terakhir.',
  withdrawn: 'Pemilik menarik ceritanya.',
};

const PhotoChoice = ({ pictures }: Pick<Visit, 'pictures'>) =>
  pictures.length === 0 ? null : (
    <fieldset class="ways">
      <legend>Foto cerita</legend>
      <p class="small quiet">Paling banyak {MOST_PHOTOS}.</p>
      {pictures.map(({ hash, small }, at) => (
        <label key={hash} class="check">
          <input type="checkbox" name="foto" value={hash} defaultChecked={at < MOST_PHOTOS} />
          <img src={`/api${small}`} alt={`Foto kunjungan ${at + 1}`} width="96" height="96" loading="lazy" />
        </label>
      ))}
    </fieldset>
  );

type Props = { readonly asked: AskedCity; readonly visit: Visit; readonly story: Story; readonly mayAct: boolean };
/** The story of the maker that was visited: where it stands, and a proposal out of this visit. */
export const StoryForm = ({ asked: { call, again, kinds }, visit, story, mayAct }: Props) => {
  const act = useAct();
  const [sent, setSent] = useState(false);
  const { visitId, merchantId, record, pictures } = visit;
  const send = (form: HTMLFormElement) =>
    act.run(async () => {
      const photos = new FormData(form).getAll('foto').map(String);
      const body = { text: filled(form)['cerita'] ?? '', photos };
      await call('POST /visits/{visitId}/story', { params: { visitId }, body });
      setSent(true);
      again();
    });
  const withdraw = () =>
    act.run(async () => {
      await call('POST /merchants/{merchantId}/story/withdraw', { params: { merchantId } });
      again();
    });
  const words = story.proposal?.text ?? story.published?.text ?? record?.story ?? '';
  return (
    <section>
      <h2>Cerita usaha</h2>
      {act.refusal && <Summary refusal={act.refusal} />}
      <p role="status">
        {sent && 'Usulan terkirim. Pemilik membacanya di Toko saya. '}
        {stateWords[story.state]}
      </p>
      {story.reason && (
        <p>
          Alasan pemilik: <bdi>{story.reason}</bdi>
        </p>
      )}
      {story.address && (
        <p>
          <a href={story.address}>Buka halaman ceritanya</a>
        </p>
      )}
      {mayAct && record && record.met !== 'nobody' && (
        <details open={story.state === 'none'}>
          <summary>
            <span>Usulkan cerita dari kunjungan ini</span>
          </summary>
          <Form onSubmit={send}>
            <TextArea
              label="Cerita"
              name="cerita"
              rows={6}
              maxLength={1200}
              required
              value={words}
              help="Siapa yang membuat, bagaimana, sejak kapan. Pemilik membaca dulu; tampil hanya dengan izinnya."
              flaw={flawAt(act.refusal, '/text')}
            />
            <PhotoChoice pictures={pictures} />
            <button class="button" type="submit" disabled={act.busy}>
              {act.busy ? 'Mengirim…' : 'Kirim ke pemilik'}
            </button>
          </Form>
        </details>
      )}
      {story.published && kinds.includes('city-admin') && (
        <ConfirmDialog
          name="Tarik cerita"
          text="Halamannya hilang bagi semua orang."
          onSend={withdraw}
          disabled={act.busy}
        />
      )}
    </section>
  );
};
