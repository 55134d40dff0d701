import { useEffect, useState } from 'preact/hooks';
import { Refusal } from '../../entry/client.ts';
import { useAct } from '../../kit/act.ts';
import { TextField } from '../../kit/form.tsx';
import { addPicture, type Kept, picturesOf } from './phone-store.ts';
import { smallPhoto } from './small-photo.ts';

const MOST = 6;
type Props = {
  readonly kept: Kept;
  readonly onAdd: (next: Kept, write: (kept: Kept) => Promise<unknown>) => Promise<unknown>;
};

/** Pictures, made small before they are kept: the same one twice is one. */
export const PhotoField = ({ kept, onAdd }: Props) => {
  const [small, setSmall] = useState<readonly { hash: string; small: string }[]>([]);
  const act = useAct();
  useEffect(() => void picturesOf(kept).then(setSmall), []);
  const add = (input: HTMLInputElement) =>
    act.run(async () => {
      let latest = kept;
      for (const file of input.files ?? []) {
        if (latest.pictures.length >= MOST)
          throw new Refusal(409, 'photo_limit', `Paling banyak ${MOST} foto untuk satu kunjungan.`);
        const picture = await smallPhoto(file);
        if (latest.pictures.some(({ hash }) => hash === picture.hash)) continue;
        const { hash } = picture;
        latest = { ...latest, pictures: [...latest.pictures, { hash, refused: null }] };
        await onAdd(latest, (next) => addPicture(next, { ...picture, instanceId: next.instanceId }));
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
        onChange={({ currentTarget }: { currentTarget: HTMLInputElement }) => void add(currentTarget)}
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
