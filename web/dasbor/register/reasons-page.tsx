import { useEffect, useState } from 'preact/hooks';
import type { Output } from '../../../shared/contract.ts';
import { BothVersions, useEdit } from '../../kit/desk/edit.tsx';
import { Form, Summary, TextArea } from '../../kit/form.tsx';
import { ifUnchanged } from '../../kit/settings.tsx';
import { dasborAddress } from '../address.ts';
import type { AskedCity, Opened } from '../opened.ts';
import { type Field, fieldNames } from './words.ts';

type Kept = Output<'GET /cities/{city}/return-reasons'>;
type Reason = Kept['reasons'][number];

const told = (reasons: readonly Reason[], field: Field): string =>
  reasons
    .filter((one) => one.field === field)
    .map(({ reason }) => reason)
    .join(' / ');

const ReasonsForm = ({ asked: { call, place }, first }: { asked: AskedCity; first: Kept }) => {
  const params = { city: place.code };
  const edit = useEdit<Kept, Reason[]>(
    first,
    () => call('GET /cities/{city}/return-reasons', { params }),
    (reasons, version) =>
      call('PUT /cities/{city}/return-reasons', { params, body: { reasons }, headers: ifUnchanged(version) }),
  );
  const { current, conflict, act } = edit;
  const [added, setAdded] = useState(0);
  // What was refused stays as it was typed.
  useEffect(() => setAdded(0), [current.version]);
  const rows: readonly (Reason | undefined)[] = [...current.reasons, ...Array.from({ length: added }, () => undefined)];
  const send = (form: HTMLFormElement) => {
    const given = new FormData(form);
    const reasons = rows.flatMap((_, at) => {
      const reason = String(given.get(`alasan-${at}`) ?? '').trim();
      return reason === '' ? [] : [{ field: String(given.get(`bagian-${at}`)) as Field, reason }];
    });
    void edit.save(reasons);
  };
  return (
    <>
      {act.refusal && <Summary refusal={act.refusal} />}
      {conflict && (
        <BothVersions
          fields={(Object.keys(fieldNames) as Field[]).map((field) => [
            fieldNames[field],
            told(conflict.mine, field),
            told(conflict.theirs.reasons, field),
          ])}
          busy={act.busy}
          onMine={edit.keepMine}
          onTheirs={edit.takeTheirs}
        />
      )}
      <Form key={current.version} onSubmit={send}>
        {rows.map((row, at) => (
          <div key={`${current.version} ${row?.field ?? at}${row?.reason ?? ''}`}>
            <div class="entry">
              <label for={`bagian-${at}`}>Bagian {at + 1}</label>
              <select class="control" id={`bagian-${at}`} name={`bagian-${at}`}>
                {(Object.keys(fieldNames) as Field[]).map((field) => (
                  <option key={field} value={field} selected={field === row?.field}>
                    {fieldNames[field]}
                  </option>
                ))}
              </select>
            </div>
            <TextArea
              label={`Alasan ${at + 1}`}
              name={`alasan-${at}`}
              value={row?.reason ?? ''}
              rows={2}
              maxLength={200}
            />
          </div>
        ))}
        <div class="acts">
          <button class="line" type="button" onClick={() => setAdded(added + 1)}>
            Tambah alasan
          </button>
          <button class="button" type="submit" disabled={act.busy}>
            Simpan
          </button>
        </div>
        <p role="status">{edit.saved && 'Tersimpan. Berlaku untuk semua petugas kota.'}</p>
      </Form>
    </>
  );
};

/** Sentences by which the city returns applications: an officer chooses one, and may write it otherwise. */
export const openReasons = async (asked: AskedCity): Promise<Opened> => {
  const { call, place, kinds } = asked;
  const kept = await call('GET /cities/{city}/return-reasons', { params: { city: place.code } });
  const page = (
    <section aria-labelledby="alasan">
      <h1 id="alasan">Alasan pengembalian</h1>
      <p class="quiet">
        Dipilih saat mengembalikan pendaftaran, dan masih bisa diubah saat itu. Kosongkan untuk menghapus.{' '}
        <a href={dasborAddress('usaha', place)}>Kembali ke Usaha</a>
      </p>
      {kinds.includes('city-admin') ? (
        <ReasonsForm asked={asked} first={kept} />
      ) : (
        <ul>
          {kept.reasons.map(({ field, reason }) => (
            <li key={field + reason}>
              <b>{fieldNames[field]}</b>: {reason}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
  return { title: 'Alasan pengembalian', page };
};
