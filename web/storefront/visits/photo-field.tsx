import { useEffect, useState } from 'preact/hooks';
import { Refusal } from '../../entry/client.ts';
import { useAct } from '../../kit/act.ts';
import { TextField } from '../../kit/form.tsx';
import { addPicture, type Kept, picturesOf } from './phone-store.ts';
import { smallPhoto } from './small-photo.ts';

const MOST = 6;
type Props = {
  readonly kept: Kept;
  /** Changes the record as it then is: whoever chose a picture goes on writing while it is made small. */
  readonly onChange: (change: (now: Kept) => Kept, write?: (kept: Kept) => Promise<void>) => Promise<boolean>;
  /** Told of pictures that are being made small: the record is not closed before they are in it. */
  readonly onWork: (work: Promise<unknown>) => void;
};

/** Pictures, made small before they are kept: the same one twice is one. */
export const PhotoField = ({ kept, onChange, onWork }: Props) => {
  const [small, setSmall] = useState<readonly { hash: string; small: string }[]>([]);
  const act = useAct();
  useEffect(() => void picturesOf(kept).then(setSmall), []);
  const add = (input: HTMLInputElement) =>
    act.run(async () => {
      const hashes = new Set(kept.pictures.map(({ hash }) => hash));
      for (const file of input.files ?? []) {
        if (hashes.size >= MOST)
          throw new Refusal(409, 'photo_limit', `Paling banyak ${MOST} foto untuk satu kunjungan.`);
        const picture = await smallPhoto(file);
        const { hash } = picture;
        if (hashes.has(hash)) continue;
        const isKept = await onChange(
          (now) => ({ ...now, pictures: [...now.pictures, { hash, refused: null }] }),
          (next) => addPicture(next, { ...picture, instanceId: next.instanceId }),
        );
        // A picture that this phone could not keep is none of the record's.
        if (!isKept)
          return void onChange((now) => ({ ...now, pictures: now.pictures.filter((one) => one.hash !== hash) }));
        hashes.add(hash);
        setSmall((before) => [...before, picture]);
      }
      input.value = '';
    });
  return (
    <>
      <TextField
        label="Foto"
        name="foto"
        type="file"
        accept="image/*"
        capture="environment"
        multiple
        help={`Barang, kemasan, tempat usaha; paling banyak ${MOST}. Hanya untuk petugas dan pemilik usaha.`}
        flaw={act.refusal?.message}
        disabled={act.busy}
        onChange={({ currentTarget }: { currentTarget: HTMLInputElement }) => onWork(add(currentTarget))}
      />
      {small.length > 0 && (
        <ul class="pictures">
          {small.map((picture, at) => (
            <li key={picture.hash}>
              <img src={picture.small} alt={`Foto ${at + 1}, di HP ini`} width="96" height="96" />
            </li>
          ))}
        </ul>
      )}
    </>
  );
};
