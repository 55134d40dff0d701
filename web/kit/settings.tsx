import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { type Act, useAct } from './act.ts';
import { Form, Summary } from './form.tsx';

export type Settings<T> = {
  /** What stands now; undefined until it was read. */
  readonly known: T | undefined;
  readonly saved: boolean;
  readonly act: Act;
  readonly save: (write: () => Promise<T>) => Promise<void>;
};

/** What somebody sets once and seldom changes, read when `owner` is known and saved whole. */
export const useSettings = <T,>(owner: string, read: () => Promise<T>): Settings<T> => {
  const [known, setKnown] = useState<T>();
  const [saved, setSaved] = useState(false);
  const act = useAct();
  useEffect(() => {
    void read().then(setKnown, () => {});
  }, [owner]);
  const save = (write: () => Promise<T>) =>
    act.run(async () => {
      setSaved(false);
      setKnown(await write());
      setSaved(true);
    });
  return { known, saved, act, save };
};

/** Saves only over what was read; what was never saved is version 0, and of two who save it first one is told. */
export const ifUnchanged = (version: number): Record<string, string> => ({ 'if-match': `"${version}"` });

type Props<T> = {
  readonly settings: Settings<T>;
  readonly write: (form: HTMLFormElement) => Promise<T>;
  readonly button: string;
  /** What is said when all was saved. */
  readonly done?: string;
  readonly children: ComponentChildren;
};
export const SettingsForm = <T,>({ settings, write, button, done = 'Tersimpan.', children }: Props<T>) => {
  const { act, saved, save } = settings;
  return (
    <Form onSubmit={(form) => save(() => write(form))}>
      {act.refusal && <Summary refusal={act.refusal} />}
      {children}
      <button class="button" type="submit" disabled={act.busy}>
        {act.busy ? 'Menyimpan…' : button}
      </button>
      <p role="status" class="small">
        {saved ? done : ''}
      </p>
    </Form>
  );
};
