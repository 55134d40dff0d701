import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Refusal } from '../../entry/client.ts';
import { type Act, useAct } from '../act.ts';

type Versioned = { readonly version: number };
export type Edit<T extends Versioned, Change> = {
  /** What stands now, as far as this page knows. */
  readonly current: T;
  readonly act: Act;
  readonly saved: boolean;
  /** What somebody else saved meanwhile, and what this person was about to save over it. */
  readonly conflict: { readonly theirs: T; readonly mine: Change } | undefined;
  readonly save: (change: Change) => Promise<void>;
  /** Saves this person's change over what the other saved, now that both were seen. */
  readonly keepMine: () => Promise<void>;
  /** Goes on from what the other saved. */
  readonly takeTheirs: () => void;
};

/**
 * A form over one thing that others edit too. It is saved over the version it was filled from; where somebody else was faster
 * nothing is lost: both versions are there to be seen, and the person says which one stands.
 */
export const useEdit = <T extends Versioned, Change>(
  first: T,
  read: () => Promise<T>,
  write: (change: Change, version: number) => Promise<T>,
): Edit<T, Change> => {
  const [{ current, saved, conflict }, setState] = useState<Pick<Edit<T, Change>, 'current' | 'saved' | 'conflict'>>({
    current: first,
    saved: false,
    conflict: undefined,
  });
  const act = useAct();
  const saveOver = (change: Change, version: number) =>
    act.run(async () => {
      try {
        setState({ current: await write(change, version), saved: true, conflict: undefined });
      } catch (error) {
        if (!(error instanceof Refusal) || error.status !== 412) throw error;
        setState({ current, saved: false, conflict: { theirs: await read(), mine: change } });
      }
    });
  return {
    current,
    saved,
    conflict,
    act,
    save: (change) => saveOver(change, current.version),
    keepMine: async () => {
      if (conflict) await saveOver(conflict.mine, conflict.theirs.version);
    },
    takeTheirs: () => conflict && setState({ current: conflict.theirs, saved: false, conflict: undefined }),
  };
};

export type Difference = readonly [label: string, mine: string, theirs: string];
/** The same, where what is compared may be a picture. */
type Pictured = Difference | readonly [label: string, mine: string | JSX.Element, theirs: string | JSX.Element];
/** The fields in which two versions differ, in words. */
export const differences = <One extends Pictured>(fields: readonly One[]): One[] =>
  fields.filter(([, mine, theirs]) => mine !== theirs);

type Props = {
  /** What came between, where it is not only another's edit. */
  readonly title?: string;
  /** Every field of the form: its label, what this person wrote, what is saved now. */
  readonly fields: readonly Pictured[];
  readonly busy: boolean;
  readonly onMine: () => unknown;
  readonly onTheirs: () => unknown;
};
/** What differs, side by side: whoever reads it sees both. */
const Differing = ({ fields }: Pick<Props, 'fields'>) => {
  const differing = differences(fields);
  if (differing.length === 0) return <p>Isinya sama dengan isian Anda.</p>;
  return (
    <table>
      <caption>Yang berbeda</caption>
      <thead>
        <tr>
          {['Bagian', 'Isian Anda', 'Tersimpan sekarang'].map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {differing.map(([label, mine, theirs]) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>{mine || '–'}</td>
            <td>{theirs || '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

/** Two people edited one thing: what each wrote, side by side, and which one shall stand. */
export const BothVersions = ({
  title = 'Petugas lain baru saja mengubah ini',
  fields,
  busy,
  onMine,
  onTheirs,
}: Props) => (
  <div class="say waiting" role="alert">
    <h2>{title}</h2>
    <Differing fields={fields} />
    <div class="acts">
      <button class="button" type="button" disabled={busy} onClick={() => void onTheirs()}>
        Pakai yang tersimpan
      </button>
      <button class="line" type="button" disabled={busy} onClick={() => void onMine()}>
        Simpan isian saya
      </button>
    </div>
  </div>
);

/** Two people decided one thing, which is decided once: what the other said stands, beside what this person was about to say. */
type DecidedProps = Pick<Props, 'fields'> & { readonly onRead: () => unknown; readonly read?: string };
export const AlreadyDecided = ({ fields, onRead, read = 'Muat daftar yang sekarang' }: DecidedProps) => (
  <div class="say waiting" role="alert">
    <h2>Petugas lain baru saja memutuskan ini</h2>
    <Differing fields={fields} />
    <button class="line" type="button" onClick={() => void onRead()}>
      {read}
    </button>
  </div>
);
