import type { Sent } from '../../../shared/contract.ts';
import { BothVersions, type Difference, useEdit } from '../../kit/desk/edit.tsx';
import { Form, filled, flawAt, SelectField, Summary, TextField } from '../../kit/form.tsx';
import { ifUnchanged } from '../../kit/settings.tsx';
import { today } from '../../kit/today.ts';
import type { AskedCity } from '../opened.ts';
import { type Scale, scales } from '../spending/scales.tsx';
import type { File } from './words.ts';

type Stated = NonNullable<File['scale']>;
type Change = Sent<'PUT /merchants/{merchantId}/scale'>['body'];
const nameOf = (scale: Scale | undefined): string => scales.find(([code]) => code === scale)?.[1] ?? 'belum dinyatakan';

const lines = (mine: Change, { statements }: Stated): Difference[] => {
  const saved = statements.find(({ fromYear }) => fromYear === mine.fromYear);
  return [
    [`Skala sejak ${mine.fromYear}`, nameOf(mine.scale), nameOf(saved?.scale)],
    ['Dibaca dari', mine.basis, saved?.basis ?? ''],
  ];
};

type Props = { readonly asked: AskedCity; readonly merchantId: string; readonly first: Stated };
/** How large the city said the business is, and its saying otherwise: what an office buys there is counted by it. */
export const ScaleBlock = ({ asked: { call, again, kinds, place }, merchantId, first }: Props) => {
  const params = { merchantId };
  const { current, conflict, act, ...edit } = useEdit<Stated, Change>(
    first,
    async () => (await call('GET /merchants/{merchantId}/file', { params })).scale ?? first,
    async (body, version) => {
      const saved = await call('PUT /merchants/{merchantId}/scale', { params, body, headers: ifUnchanged(version) });
      again();
      return saved;
    },
  );
  const latest = [...current.statements].sort((a, b) => (a.fromYear < b.fromYear ? -1 : 1));
  const send = (form: HTMLFormElement) => {
    const { skala: scale = 'micro', dasar: basis = '', sejak: fromYear = '' } = filled(form);
    return edit.save({ scale: scale as Scale, fromYear, basis });
  };
  return (
    <section aria-labelledby="skala-usaha">
      <h2 id="skala-usaha">Skala usaha</h2>
      {latest.length === 0 ? (
        <p class="quiet">Belum dinyatakan kota. Belanja dinas ke sini belum dihitung sebagai usaha kecil.</p>
      ) : (
        <ul>
          {latest.map(({ scale, fromYear, basis }) => (
            <li key={fromYear}>
              {nameOf(scale)} sejak {fromYear}, dibaca dari <bdi>{basis}</bdi>
            </li>
          ))}
        </ul>
      )}
      {kinds.includes('city-admin') && (
        <details>
          <summary>Nyatakan skala</summary>
          {act.refusal && <Summary refusal={act.refusal} />}
          {conflict && (
            <BothVersions
              fields={lines(conflict.mine, conflict.theirs)}
              busy={act.busy}
              onMine={edit.keepMine}
              onTheirs={edit.takeTheirs}
            />
          )}
          <Form key={current.version} onSubmit={send}>
            <SelectField
              label="Skala"
              name="skala"
              value={latest.at(-1)?.scale}
              choices={scales}
              flaw={flawAt(act.refusal, '/scale')}
            />
            <TextField
              label="Berlaku sejak tahun"
              name="sejak"
              inputMode="numeric"
              maxLength={4}
              value={latest.at(-1)?.fromYear ?? today(place.code).slice(0, 4)}
              required
              flaw={flawAt(act.refusal, '/fromYear')}
            />
            <TextField
              label="Dibaca dari"
              name="dasar"
              help="Misalnya NIB dari OSS, 12 Januari 2026."
              maxLength={120}
              required
              value={latest.at(-1)?.basis}
              flaw={flawAt(act.refusal, '/basis')}
            />
            <button class="line" type="submit" disabled={act.busy}>
              Simpan skala
            </button>
          </Form>
        </details>
      )}
    </section>
  );
};
