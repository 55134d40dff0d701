import { day } from '../../../shared/domain/basics/wording.ts';
import { stateOf, troubleOf } from '../../../shared/domain/visits/queue.ts';
import { needWords } from '../../../shared/domain/visits/words.ts';
import { ConfirmDialog } from '../../kit/desk/confirm-dialog.tsx';
import { exportRecord } from './export-record.ts';
import { drop, type Kept, stageOf } from './phone-store.ts';

const words = { waiting: 'menunggu', sent: 'terkirim', failed: 'gagal' } as const;
type Props = {
  readonly kept: readonly Kept[];
  readonly busy: boolean;
  readonly onSend: () => unknown;
  readonly onChange: () => void;
};

/** What stands in a record that was not taken, to be read where it is and written into the one that was. */
const Written = ({ kept: { body } }: { kept: Kept }) => {
  if (!body) return null;
  const { production, marketing, problems, needs, agreed, story } = body;
  const said: readonly (readonly [string, string | null | undefined])[] = [
    ['Produksi', production],
    ['Pemasaran', marketing],
    ['Masalah', problems],
    ...needs.map(({ kind, text }) => [needWords[kind], text] as const),
    ['Janji', agreed],
    ['Cerita', story],
  ];
  return (
    <details>
      <summary>
        <span>Baca catatan ini</span>
      </summary>
      <dl>
        {said.map(([name, text], at) =>
          text ? (
            <div key={`${name} ${at}`}>
              <dt>{name}</dt>
              <dd>
                <bdi>{text}</bdi>
              </dd>
            </div>
          ) : null,
        )}
      </dl>
    </details>
  );
};

const Item = ({ kept, onChange }: { kept: Kept; onChange: () => void }) => {
  const state = stateOf(kept);
  const trouble = troubleOf(kept);
  const left = kept.pictures.length;
  return (
    <li>
      <p>
        <b>
          <bdi>{kept.name}</bdi>
        </b>
        , {day(kept.day)}: {words[state]}
        {kept.stored && left > 0 && `, ${left} foto lagi`}
      </p>
      {trouble && <p class="flaw">{trouble}</p>}
      {trouble && <Written kept={kept} />}
      {state !== 'sent' && (
        <div class="acts">
          <button class="line" type="button" onClick={() => void exportRecord(kept)}>
            Unduh
          </button>
          <ConfirmDialog
            name="Hapus"
            text="Catatan dan foto ini hilang dari HP dan tidak terkirim. Unduh dulu bila masih perlu."
            onSend={() => drop(kept).then(onChange)}
          />
        </div>
      )}
    </li>
  );
};

/** What is on this device: how many wait, were sent, were refused; each to be saved or taken off. */
export const QueueBlock = ({ kept, busy, onSend, onChange }: Props) => {
  const closed = kept.filter((one) => stageOf(one) !== 'draft');
  if (closed.length === 0) return null;
  const count = (state: keyof typeof words) => closed.filter((one) => stateOf(one) === state).length;
  const open = closed.filter((one) => stateOf(one) !== 'sent');
  return (
    <section class="block" aria-labelledby="antrean">
      <h2 id="antrean">Catatan di HP ini</h2>
      <p role="status">
        {count('waiting')} menunggu · {count('sent')} terkirim · {count('failed')} gagal
      </p>
      {open.length > 0 && (
        <button class="button" type="button" disabled={busy} onClick={onSend}>
          {busy ? 'Mengirim…' : 'Kirim sekarang'}
        </button>
      )}
      <details>
        <summary>
          <span>Lihat satu per satu</span>
        </summary>
        <ul class="rows">
          {[...open, ...closed.filter((one) => stateOf(one) === 'sent').slice(-20)].map((one) => (
            <Item key={one.instanceId} kept={one} onChange={onChange} />
          ))}
        </ul>
      </details>
    </section>
  );
};
