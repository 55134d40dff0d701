import { useState } from 'preact/hooks';
import { count } from '../../../shared/domain/basics/wording.ts';
import { sendFile } from '../../entry/send-file.ts';
import { useAct } from '../act.ts';
import { Form, Summary, TextField } from '../form.tsx';
import { RowFlaws } from './row-flaws.tsx';

type Read = Parameters<typeof RowFlaws>[0] & { readonly written: boolean };
type Props<R> = {
  readonly token: string;
  /** Below `/api`, without its mode. */
  readonly path: string;
  readonly title: string;
  /** Its name in the form, for tests and for what a browser remembers. */
  readonly name: string;
  readonly label: string;
  readonly help: string;
  readonly told: (read: R) => string;
  readonly changes: (read: R) => number;
  /** `Muat`, and what is loaded: `baris`. */
  readonly verb: string;
  readonly noun: string;
  readonly onWritten: () => void;
};

/** A sheet with known titles: looked at first, then loaded, whole or what is right of it. */
export const SheetImport = <R extends Read>(props: Props<R>) => {
  const { token, path, title, name, label, help, told, changes, verb, noun, onWritten } = props;
  const [file, setFile] = useState<File>();
  const [read, setRead] = useState<R>();
  const act = useAct();
  const run = (mode: 'check' | 'all' | 'good', what: File) =>
    act.run(async () => {
      setFile(what);
      const answer = await sendFile<R>(token, `${path}?mode=${mode}`, what);
      setRead(answer);
      if (answer.written) onWritten();
    });
  const open = read && file && !read.written ? changes(read) : 0;
  const good = read?.flawCount === 0;
  return (
    <details>
      <summary>{title}</summary>
      {act.refusal && <Summary refusal={act.refusal} />}
      <Form
        onSubmit={(form) => {
          const given = new FormData(form).get(name);
          if (given instanceof File) void run('check', given);
        }}
      >
        <TextField label={label} name={name} type="file" accept=".xlsx,.csv" required help={help} />
        <button class="button" type="submit" disabled={act.busy}>
          {act.busy ? 'Memeriksa…' : 'Periksa berkas'}
        </button>
      </Form>
      <p role="status">{read && told(read)}</p>
      {file && open > 0 && (
        <button class="line" type="button" disabled={act.busy} onClick={() => void run(good ? 'all' : 'good', file)}>
          {verb} {count(open)} {good ? noun : 'yang benar saja'}
        </button>
      )}
      {read && <RowFlaws {...read} />}
    </details>
  );
};
