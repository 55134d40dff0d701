import { useRef } from 'preact/hooks';

export type Intent = {
  /** The header of what is sent now: the same for the same content until it is done, another for any other. */
  readonly headersFor: (content: unknown) => { readonly 'idempotency-key': string };
  /** What comes after is meant anew, though it says the same. */
  readonly done: () => void;
};

/** What somebody means by tapping: tapped again after a break of the line it is the same one, never a second. */
export const useIntent = (): Intent => {
  const kept = useRef<{ readonly said: string; readonly key: string } | undefined>(undefined);
  return {
    headersFor: (content) => {
      const said = JSON.stringify(content);
      if (kept.current?.said !== said) kept.current = { said, key: crypto.randomUUID() };
      return { 'idempotency-key': kept.current.key };
    },
    done: () => {
      kept.current = undefined;
    },
  };
};
