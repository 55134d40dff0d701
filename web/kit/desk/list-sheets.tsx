import { useAct } from '../act.ts';
import { downloadParts } from '../files/download-parts.ts';

type Props = {
  /** Below `/api`, without the format. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly token: string | undefined;
};

/** The list of this page, with its filters, as a file. */
export const ListSheets = ({ path, query = {}, token }: Props) => {
  const act = useAct();
  return (
    <p class="files">
      Unduh daftar ini{' '}
      {(['xlsx', 'csv'] as const).map((format) => (
        <button
          key={format}
          class="link"
          type="button"
          disabled={act.busy}
          onClick={() => void act.run(() => downloadParts(token, `${path}/sheet/${format}`, query))}
        >
          {format.toUpperCase()}
        </button>
      ))}
      {act.refusal && (
        <span class="flaw" role="alert">
          {act.refusal.message}
        </span>
      )}
    </p>
  );
};
