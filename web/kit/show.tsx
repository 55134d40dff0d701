import { type ComponentChild, render } from 'preact';
import { Refusal } from '../entry/client.ts';
import { Main, Notice, Top } from './page.tsx';

/** Puts a page in the place of the shell, which stays until there is something better to show. */
export const show = (title: string, page: ComponentChild): void => {
  const app = document.getElementById('app');
  if (!app) return;
  document.title = title;
  app.replaceChildren();
  render(page, app);
};

const again = () => location.reload();
/** What could not be shown without a line is asked for again once there is one, and nobody has to tap. */
const againOnLine = () => addEventListener('online', again, { once: true });

/** What went wrong in the API's words, and a way on that is never the same dead end; `foot` is what stands below every page here. */
export const showRefusal = (error: unknown, home: string, foot?: ComponentChild): void => {
  if (!(error instanceof Refusal)) console.error(error);
  const known = error instanceof Refusal ? error : undefined;
  const gone = known?.status === 404 || known?.status === 400;
  if (known?.status === 0) againOnLine();
  show(
    'Belum bisa ditampilkan · Pasar Rata',
    <>
      <Top
        title={
          <p class="brand">
            <a href={home}>Pasar Rata</a>
          </p>
        }
      />
      <Main>
        <Notice
          wrong
          alone
          title={gone ? 'Halaman ini tidak ada' : 'Halaman ini belum bisa ditampilkan'}
          text={known?.message ?? 'Ada yang salah di pihak kami. Coba lagi sebentar lagi.'}
        >
          {gone ? (
            <a class="button" href={home}>
              Kembali ke awal
            </a>
          ) : (
            <button class="button" type="button" onClick={again}>
              Coba lagi
            </button>
          )}
        </Notice>
      </Main>
      {foot}
    </>,
  );
};
