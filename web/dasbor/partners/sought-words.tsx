import type { Output } from '../../../shared/contract.ts';
import { count } from '../../../shared/domain/basics/wording.ts';
import { useEdit } from '../../kit/desk/edit.tsx';
import { Summary } from '../../kit/form.tsx';
import { ifUnchanged } from '../../kit/settings.tsx';
import type { AskedCity } from '../opened.ts';

export type SoughtWords = Output<'GET /cities/{city}/sought-words'>;
type Said = Pick<SoughtWords, 'shown' | 'struck'>;
const without = (words: readonly string[], word: string) => words.filter((one) => one !== word);

type Rows = {
  readonly title: string;
  readonly rows: readonly { readonly word: string; readonly note?: string }[];
  readonly acts: readonly { readonly name: string; readonly does: (word: string) => void }[];
  readonly busy: boolean;
};
const Words = ({ title, rows, acts, busy }: Rows) =>
  rows.length === 0 ? null : (
    <>
      <h3>{title}</h3>
      <ul class="stackd">
        {rows.map(({ word, note }) => (
          <li key={word}>
            <bdi>{word}</bdi> {note && <span class="quiet">{note}</span>}{' '}
            {acts.map(({ name, does }) => (
              <button key={name} class="line" type="button" disabled={busy} onClick={() => does(word)}>
                {name} <span class="away">{word}</span>
              </button>
            ))}
          </li>
        ))}
      </ul>
    </>
  );

/** Words that people sought and the market does not know as goods: the city reads them before anybody else does. */
export const SoughtWordsPart = ({ asked: { call, place, kinds }, first }: { asked: AskedCity; first: SoughtWords }) => {
  const params = { city: place.code };
  const edit = useEdit<SoughtWords, Said>(
    first,
    () => call('GET /cities/{city}/sought-words', { params }),
    (body, version) => call('PUT /cities/{city}/sought-words', { params, body, headers: ifUnchanged(version) }),
  );
  const { shown, struck, held } = edit.current;
  const show = (word: string) => edit.save({ shown: [...without(shown, word), word], struck: without(struck, word) });
  const strike = (word: string) => edit.save({ shown: without(shown, word), struck: [...without(struck, word), word] });
  const forget = (word: string) => edit.save({ shown: without(shown, word), struck: without(struck, word) });
  const busy = edit.act.busy;
  const mayAct = kinds.includes('city-admin');
  const acts = (...some: Rows['acts']) => (mayAct ? some : []);
  const [letting, striking] = [
    { name: 'Tampilkan', does: show },
    { name: 'Coret', does: strike },
  ];
  return (
    <section aria-labelledby="kata-dicari">
      <h2 id="kata-dicari">Kata yang menunggu dibaca</h2>
      <p class="quiet">
        Kata barang tampil langsung. Kata lain bisa berisi nama orang atau hinaan, jadi tampil setelah Anda membacanya.
        Yang dicoret tidak pernah tampil, juga sebagai bagian kata lain.
      </p>
      {edit.act.refusal && <Summary refusal={edit.act.refusal} />}
      {edit.conflict && (
        <p class="say">
          Petugas lain baru saja mengubah daftar ini.{' '}
          <button class="line" type="button" onClick={edit.takeTheirs}>
            Baca yang sekarang
          </button>
        </p>
      )}
      {held.length === 0 && <p class="quiet">Tidak ada kata yang menunggu.</p>}
      <Words
        title="Menunggu"
        rows={held.map(({ term, times }) => ({ word: term, note: `${count(times)} kali` }))}
        acts={acts(letting, striking)}
        busy={busy}
      />
      <Words title="Ditampilkan" rows={shown.map((word) => ({ word }))} acts={acts(striking)} busy={busy} />
      <Words
        title="Dicoret"
        rows={struck.map((word) => ({ word }))}
        acts={acts({ name: 'Batalkan', does: forget })}
        busy={busy}
      />
    </section>
  );
};
