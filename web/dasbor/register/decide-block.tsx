import { useState } from 'preact/hooks';
import type { Output } from '../../../shared/contract.ts';
import { useAct } from '../../kit/act.ts';
import { ConfirmDialog } from '../../kit/desk/confirm-dialog.tsx';
import { Form, Summary, TextField } from '../../kit/form.tsx';
import { ifUnchanged } from '../../kit/settings.tsx';
import { dasborAddress } from '../address.ts';
import type { AskedCity } from '../opened.ts';
import { DecidedElsewhere, reasonsOf, type Said, useDecided } from './decided-elsewhere.tsx';
import { type Field, type File, fieldNames } from './words.ts';

type Reasons = Output<'GET /cities/{city}/return-reasons'>['reasons'];
type Props = { readonly asked: AskedCity; readonly file: File; readonly reasons: Reasons };

const fields = Object.keys(fieldNames) as Field[];

type ReturnProps = {
  reasons: Reasons;
  busy: boolean;
  onSend: (reasons: { field: Field; reason: string }[]) => unknown;
};
/** What has to be mended, field by field: chosen from the city's sentences, or written. */
const ReturnForm = ({ reasons, busy, onSend }: ReturnProps) => {
  const [chosen, setChosen] = useState<ReadonlySet<Field>>(new Set());
  const toggle = (field: Field) => {
    const next = new Set(chosen);
    if (!next.delete(field)) next.add(field);
    setChosen(next);
  };
  const send = (form: HTMLFormElement) => {
    const given = new FormData(form);
    const told = [...chosen].map((field) => ({ field, reason: String(given.get(`alasan-${field}`) ?? '').trim() }));
    if (told.length > 0) void onSend(told);
  };
  return (
    <details>
      <summary>Kembalikan untuk diperbaiki</summary>
      <Form onSubmit={send}>
        <fieldset>
          <legend>Bagian yang perlu diperbaiki</legend>
          {fields.map((field) => (
            <label key={field} class="check">
              <input type="checkbox" checked={chosen.has(field)} onChange={() => toggle(field)} /> {fieldNames[field]}
            </label>
          ))}
        </fieldset>
        {[...chosen].map((field) => (
          <div key={field}>
            <TextField
              label={`Alasan untuk ${fieldNames[field]}`}
              name={`alasan-${field}`}
              value={reasons.find((one) => one.field === field)?.reason ?? ''}
              list={`pilihan-${field}`}
              maxLength={200}
              required
            />
            <datalist id={`pilihan-${field}`}>
              {reasons
                .filter((one) => one.field === field)
                .map(({ reason }) => (
                  <option key={reason} value={reason} />
                ))}
            </datalist>
          </div>
        ))}
        <button class="line" type="submit" disabled={busy || chosen.size === 0}>
          Kembalikan
        </button>
      </Form>
    </details>
  );
};

const ProposalBlock = ({ asked: { call, again, place }, file }: Omit<Props, 'reasons'>) => {
  const act = useAct();
  const { proposed, merchantId, version } = file;
  if (proposed?.state !== 'open') return null;
  const asked = { params: { merchantId }, headers: ifUnchanged(version) };
  const wanted = [
    proposed.name && `nama "${proposed.name}"`,
    proposed.district && `kecamatan ${place.city.districts.find(({ code }) => code === proposed.district)?.name ?? ''}`,
    proposed.village && 'kelurahan lain',
  ].filter(Boolean);
  return (
    <section aria-labelledby="usulan">
      <h2 id="usulan">Usulan perubahan</h2>
      <p>Pemilik mengusulkan {wanted.join(', ')}.</p>
      {act.refusal && <Summary refusal={act.refusal} />}
      <div class="acts">
        <button
          class="button"
          type="button"
          disabled={act.busy}
          onClick={() =>
            void act.run(async () => {
              await call('POST /merchants/{merchantId}/proposal/confirm', asked);
              again();
            })
          }
        >
          Setujui usulan
        </button>
        <ConfirmDialog
          name="Tolak usulan"
          question="Alasan, dibaca pemilik"
          disabled={act.busy}
          onSend={(reason) =>
            act.run(async () => {
              await call('POST /merchants/{merchantId}/proposal/refuse', { ...asked, body: { reason } });
              again();
            })
          }
        />
      </div>
    </section>
  );
};

type Waiting = { readonly shop: { readonly merchantId: string; readonly name: string } | undefined };
/** Who waits longest for the city besides this one: a queue is worked off without a way back to its list. */
const nextWaiting = async ({ call, place }: AskedCity, merchantId: string): Promise<Waiting> => {
  const query = { status: 'pending' as const, limit: 2 };
  const { items } = await call('GET /cities/{city}/register', { params: { city: place.code }, query });
  return { shop: items.find((one) => one.merchantId !== merchantId) };
};

/**
 * What the city decides about a shop. It is decided over the version that was read: where somebody changed the file meanwhile,
 * the page says so and is read again.
 */
export const DecideBlock = ({ asked, file, reasons }: Props) => {
  const act = useAct();
  const { call, again } = asked;
  const { merchantId, version, status, closedAt } = file;
  const given = { params: { merchantId }, headers: ifUnchanged(version) };
  const [next, setNext] = useState<Waiting>();
  const elsewhere = useDecided(asked, file);
  const run = (said: Said, work: () => Promise<unknown>) =>
    act.run(async () => {
      if (!(await elsewhere.decides(said, work))) return;
      // What was decided stands, also when the next one cannot be read.
      if (status === 'pending') setNext(await nextWaiting(asked, merchantId).catch(() => undefined));
      again();
    });
  const stale = act.refusal?.status === 412;
  return (
    <>
      <section aria-labelledby="keputusan">
        <h2 id="keputusan">Keputusan</h2>
        {act.refusal && (
          <Summary refusal={act.refusal}>
            {stale && (
              <button class="line" type="button" onClick={again}>
                Baca berkas yang sekarang
              </button>
            )}
          </Summary>
        )}
        <DecidedElsewhere both={elsewhere.both} onRead={elsewhere.read} />
        <div class="acts">
          {(status === 'pending' || status === 'suspended') && (
            <button
              class="button"
              type="button"
              disabled={act.busy}
              onClick={() =>
                void run({ status: 'verified', why: '' }, () => call('POST /merchants/{merchantId}/verify', given))
              }
            >
              {status === 'pending' ? 'Verifikasi' : closedAt ? 'Buka lagi' : 'Akhiri penangguhan'}
            </button>
          )}
          {status === 'verified' && (
            <ConfirmDialog
              name="Tangguhkan"
              text="Barangnya tidak tampil dan tidak bisa dipesan sampai penangguhan diakhiri. Pemilik bisa mengajukan keberatan."
              question="Alasan, dibaca pemilik"
              disabled={act.busy}
              onSend={(reason) =>
                run({ status: 'suspended', why: reason }, () =>
                  call('POST /merchants/{merchantId}/suspend', { ...given, body: { reason } }),
                )
              }
            />
          )}
        </div>
        {status === 'pending' && (
          <ReturnForm
            reasons={reasons}
            busy={act.busy}
            onSend={(told) =>
              run({ status: 'returned', why: reasonsOf(told) }, () =>
                call('POST /merchants/{merchantId}/return', { ...given, body: { reasons: told } }),
              )
            }
          />
        )}
        <p role="status">
          {next &&
            (next.shop ? (
              <>
                Berikutnya yang menunggu:{' '}
                <a href={dasborAddress(`usaha/${next.shop.merchantId}`, asked.place)}>
                  <bdi>{next.shop.name}</bdi>
                </a>
              </>
            ) : (
              'Tidak ada lagi pendaftaran yang menunggu.'
            ))}
        </p>
        {status === 'returned' && (
          <ul>
            {file.reasons.map(({ field, reason }) => (
              <li key={field}>
                <b>{fieldNames[field]}</b>: {reason}
              </li>
            ))}
          </ul>
        )}
      </section>
      <ProposalBlock asked={asked} file={file} />
    </>
  );
};
