import type { ComponentChildren } from 'preact';
import { Top } from './page.tsx';

type Props = { readonly title: string; readonly back?: string; readonly aside?: ComponentChildren };
/** The head of one person's own pages: the way back, what it is, what stands beside it. */
export const PageTop = ({ title, back, aside }: Props) => (
  <Top
    title={
      <>
        {back && (
          <a class="back-arrow" href={back} aria-label="Kembali">
            ‹
          </a>
        )}
        <h1>{title}</h1>
      </>
    }
    aside={aside}
  />
);
