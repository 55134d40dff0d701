import { useState } from 'preact/hooks';
import { useAct } from '../act.ts';
import { downloadFile } from '../files/download-file.ts';

export type FigureFile = {
  /** `XLSX`, `CSV`, `PDF` */
  readonly name: string;
  /** Below `/api`. */
  readonly path: string;
  /** What it is called on the device. */
  readonly file: string;
};

/** A link to this very view and figure, put where people paste from; where a browser forbids that, shown to be copied by hand. */
export const CopyLink = ({ id }: { id: string }) => {
  const [copied, setCopied] = useState<'yes' | 'by hand'>();
  const link = () => `${location.origin}${location.pathname}${location.search}#${id}`;
  const copy = () =>
    Promise.resolve()
      .then(() => navigator.clipboard.writeText(link()))
      .then(
        () => setCopied('yes'),
        () => setCopied('by hand'),
      );
  return (
    <>
      <button class="link" type="button" onClick={() => void copy()}>
        Salin tautan
      </button>
      <span role="status">{copied === 'yes' && ' Tersalin.'}</span>
      {copied === 'by hand' && (
        <input
          class="control"
          aria-label="Tautan ke gambar ini"
          readOnly
          value={link()}
          onFocus={(e) => e.currentTarget.select()}
        />
      )}
    </>
  );
};

/** Files of a figure, fetched as who is signed in; what is refused is said beneath. */
export const Downloads = ({ files, token }: { files: readonly FigureFile[]; token: string | undefined }) => {
  const act = useAct();
  return (
    <span class="files">
      Unduh{' '}
      {files.map(({ name, path, file }) => (
        <button
          key={name}
          class="link"
          type="button"
          disabled={act.busy}
          onClick={() => void act.run(() => downloadFile(token, path, file))}
        >
          {name}
        </button>
      ))}
      {act.refusal && (
        <span class="flaw" role="alert">
          {act.refusal.message}
        </span>
      )}
    </span>
  );
};
