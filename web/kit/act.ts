import { useRef, useState } from 'preact/hooks';
import { Refusal } from '../entry/client.ts';

export type Act = {
  /** Runs once at a time: a second click while the first is under way does nothing. */
  readonly run: (work: () => Promise<void>) => Promise<void>;
  readonly busy: boolean;
  readonly refusal: Refusal | undefined;
  readonly forget: () => void;
};

const unexpected = new Refusal(500, 'internal', 'Ada yang salah di pihak kami. Coba lagi sebentar lagi.');

/** Something a person does with a button: under way, refused in words, or done. */
export const useAct = (): Act => {
  const [state, setState] = useState<{ busy: boolean; refusal: Refusal | undefined }>({
    busy: false,
    refusal: undefined,
  });
  const running = useRef(false);
  return {
    ...state,
    forget: () => setState({ busy: false, refusal: undefined }),
    run: async (work) => {
      if (running.current) return;
      running.current = true;
      setState({ busy: true, refusal: undefined });
      try {
        await work();
        setState({ busy: false, refusal: undefined });
      } catch (error) {
        if (!(error instanceof Refusal)) console.error(error);
        setState({ busy: false, refusal: error instanceof Refusal ? error : unexpected });
      } finally {
        running.current = false;
      }
    },
  };
};
