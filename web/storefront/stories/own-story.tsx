import { useState } from 'preact/hooks';
import type { Output } from '../../../shared/contract.ts';
import { day } from '../../../shared/domain/basics/wording.ts';
import type { Call } from '../../entry/client.ts';
import { useAct } from '../../kit/act.ts';
import { Form, filled, flawAt, Summary, TextField } from '../../kit/form.tsx';

type Story = Output<'GET /merchants/{merchantId}/story'>;
type Text = NonNullable<Story['published']>;

const Words = ({ text, pictures, day: on, byName }: Text) => (
  <>
    <p class="description">
      <bdi>{text}</bdi>
    </p>
    <ul class="pictures">
      {pictures.map(({ hash, link, small }, at) => (
        <li key={hash}>
          <a href={`/api${link}`} target="_blank" rel="noopener noreferrer">
            <img src={`/api${small}`} alt={`Foto cerita ${at + 1}`} width="96" height="96" loading="lazy" />
          </a>
        </li>
      ))}
    </ul>
    <p class="small quiet">
      Ditulis <bdi>{byName}</bdi> dari kunjungan {day(on)}.
    </p>
  </>
);

type Props = { readonly call: Call; readonly merchantId: string; readonly mayAnswer: boolean };
const said = {
  consent: 'Cerita Anda tampil di halaman toko sebentar lagi.',
  decline: 'Cerita ini tidak ditampilkan. Petugas membaca alasan Anda.',
  withdraw: 'Cerita Anda ditarik. Halamannya hilang sebentar lagi.',
} as const;

/** What is told of the shop’s maker: read first, told by one tap, taken back by one tap. */
export const OwnStory = ({ call, merchantId, mayAnswer }: Props) => {
  const [story, setStory] = useState<Story>();
  const [done, setDone] = useState<keyof typeof said>();
  const act = useAct();
  const params = { merchantId };
  const load = async () => setStory(await call('GET /merchants/{merchantId}/story', { params }));
  const answer = (kind: keyof typeof said, send: (version: number) => Promise<unknown>) =>
    act.run(async () => {
      await send(story?.version ?? 0).finally(load);
      setDone(kind);
    });
  const decline = (form: HTMLFormElement) =>
    answer('decline', (version) =>
      call('POST /merchants/{merchantId}/story/decline', {
        params,
        body: { version, reason: filled(form)['alasan'] ?? '' },
      }),
    );
  return (
    <details id="cerita" onToggle={(event) => event.currentTarget.open && !story && void act.run(load)}>
      <summary>
        <span>Cerita usaha</span>
      </summary>
      {act.refusal && <Summary refusal={act.refusal} />}
      <p role="status">{done && said[done]}</p>
      {story && !story.proposal && !story.published && (
        <p class="quiet">
          Belum ada cerita. Petugas yang berkunjung bisa mengusulkan; Anda membaca dulu sebelum pembeli.
        </p>
      )}
      {story?.proposal && (
        <section class="block">
          <h3>Menunggu izin Anda</h3>
          <Words {...story.proposal} />
          {mayAnswer ? (
            <>
              <button
                class="button"
                type="button"
                disabled={act.busy}
                onClick={() =>
                  void answer('consent', (version) =>
                    call('POST /merchants/{merchantId}/story/consent', {
                      params,
                      body: { version, photos: story.proposal?.pictures.map(({ hash }) => hash) ?? [] },
                    }),
                  )
                }
              >
                Izinkan tampil
              </button>
              <Form onSubmit={decline}>
                <TextField
                  label="Tidak setuju? Tulis sebabnya"
                  name="alasan"
                  required
                  maxLength={200}
                  flaw={flawAt(act.refusal, '/reason')}
                />
                <button class="line" type="submit" disabled={act.busy}>
                  Tolak cerita ini
                </button>
              </Form>
            </>
          ) : (
            <p class="quiet">Hanya pemilik yang bisa mengizinkan.</p>
          )}
        </section>
      )}
      {story?.published && (
        <section class="block">
          <h3>Sedang tampil</h3>
          <Words {...story.published} />
          <p class="acts">
            {story.address && (
              <a class="line" href={story.address}>
                Lihat dan bagikan
              </a>
            )}
            {mayAnswer && (
              <button
                class="line"
                type="button"
                disabled={act.busy}
                onClick={() =>
                  void answer('withdraw', () => call('POST /merchants/{merchantId}/story/withdraw', { params }))
                }
              >
                Tarik cerita
              </button>
            )}
          </p>
        </section>
      )}
    </details>
  );
};
