import { useEffect } from 'preact/hooks';
import { Refusal } from '../entry/client.ts';
import { Notice } from '../kit/page.tsx';

const LOOK_AGAIN_SECONDS = 60;

/** What was read, or the word that it is still being made: a large city's list is made behind the page. */
export const orPreparing = <T,>(reading: Promise<T>): Promise<T | Refusal> =>
  reading.catch((error) => {
    if (error instanceof Refusal && error.code === 'being_prepared') return error;
    throw error;
  });

/** What was asked for, asked again until it is there, as long as somebody looks at it; `told` hears that it is still being made. */
export const oncePrepared = async <T,>(
  ask: () => Promise<T>,
  { told, isHere }: { readonly told: (words: string) => void; readonly isHere: () => boolean },
): Promise<T | undefined> => {
  while (isHere()) {
    const answer = await orPreparing(ask());
    if (!(answer instanceof Refusal)) return answer;
    told(answer.message);
    await new Promise((resolve) => setTimeout(resolve, (answer.retryAfter ?? LOOK_AGAIN_SECONDS) * 1000));
  }
  return undefined;
};

type Props = {
  readonly told: Refusal;
  readonly again: () => void;
  /** Nothing else is on the page: this names it. */
  readonly alone?: boolean;
};
/** Says what is being made, and looks again by itself. */
export const Preparing = ({ told, again, alone = false }: Props) => {
  useEffect(() => {
    const timer = setTimeout(again, (told.retryAfter ?? LOOK_AGAIN_SECONDS) * 1000);
    return () => clearTimeout(timer);
  }, [told, again]);
  return (
    <div role="status">
      <Notice
        alone={alone}
        title="Daftar ini sedang disiapkan"
        text={`${told.message} Halaman ini memeriksanya lagi sendiri.`}
      >
        <button class="button" type="button" onClick={again}>
          Periksa sekarang
        </button>
      </Notice>
    </div>
  );
};
