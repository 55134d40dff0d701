import { useEffect, useState } from 'preact/hooks';
import type { Output } from '../../../shared/contract.ts';
import { BothVersions, useEdit } from '../../kit/desk/edit.tsx';
import { Form, flawAt, Summary, TextField } from '../../kit/form.tsx';
import { ifUnchanged } from '../../kit/settings.tsx';
import type { AskedCity } from '../opened.ts';

type Bans = Output<'GET /cities/{city}/banned-goods'>;
type Ban = Bans['bans'][number];

const told = (bans: readonly Ban[]): string => bans.map(({ goods, reason }) => `${goods}: ${reason}`).join(' / ');

const Country = ({ country }: Pick<Bans, 'country'>) => (
  <details>
    <summary>Yang dilarang di seluruh Indonesia</summary>
    <ul>
      {country.map(({ goods, reason, source }) => (
        <li key={source}>
          <b>{reason}</b>: {goods.join(', ')}. <span class="small quiet">{source}</span>
        </li>
      ))}
    </ul>
  </details>
);

const OwnBans = ({ asked: { call, place }, first }: { asked: AskedCity; first: Bans }) => {
  const params = { city: place.code };
  const { current, conflict, act, saved, ...edit } = useEdit<Bans, Ban[]>(
    first,
    () => call('GET /cities/{city}/banned-goods', { params }),
    (bans, version) =>
      call('PUT /cities/{city}/banned-goods', { params, body: { bans }, headers: ifUnchanged(version) }),
  );
  const [added, setAdded] = useState(1);
  useEffect(() => setAdded(1), [current.version]);
  const rows: readonly (Ban | undefined)[] = [...current.bans, ...Array.from({ length: added }, () => undefined)];
  const send = (form: HTMLFormElement) => {
    const given = new FormData(form);
    const text = (name: string) => String(given.get(name) ?? '').trim();
    const bans = rows.flatMap((_, at) => {
      const [goods, reason] = [text(`barang-${at}`), text(`alasan-${at}`)];
      return goods === '' && reason === '' ? [] : [{ goods, reason }];
    });
    void edit.save(bans);
  };
  return (
    <>
      {act.refusal && <Summary refusal={act.refusal} />}
      {conflict && (
        <BothVersions
          fields={[['Larangan kota', told(conflict.mine), told(conflict.theirs.bans)]]}
          busy={act.busy}
          onMine={edit.keepMine}
          onTheirs={edit.takeTheirs}
        />
      )}
      <Form key={current.version} onSubmit={send}>
        {rows.map((row, at) => (
          <fieldset key={`${current.version} ${row?.goods ?? at}`}>
            <legend>Larangan {at + 1}</legend>
            <TextField
              label="Kata pada nama barang"
              name={`barang-${at}`}
              value={row?.goods ?? ''}
              maxLength={60}
              flaw={flawAt(act.refusal, `/bans/${at}/goods`)}
            />
            <TextField
              label="Alasan dan peraturannya"
              name={`alasan-${at}`}
              value={row?.reason ?? ''}
              maxLength={200}
              flaw={flawAt(act.refusal, `/bans/${at}/reason`)}
            />
          </fieldset>
        ))}
        <div class="acts">
          <button class="line" type="button" onClick={() => setAdded(added + 1)}>
            Tambah larangan
          </button>
          <button class="button" type="submit" disabled={act.busy}>
            Simpan larangan
          </button>
        </div>
        <p role="status">{saved && 'Tersimpan. Berlaku untuk barang yang ditambah atau diubah mulai sekarang.'}</p>
      </Form>
    </>
  );
};

/** What may not be sold in the city: by law, and by its own rules. */
export const BansForm = ({ asked, first }: { asked: AskedCity; first: Bans }) => (
  <section aria-labelledby="larangan">
    <h2 id="larangan">Barang yang tidak boleh dijual</h2>
    <Country country={first.country} />
    {asked.kinds.includes('city-admin') ? (
      <OwnBans asked={asked} first={first} />
    ) : (
      <ul>
        {first.bans.map(({ goods, reason }) => (
          <li key={goods}>
            <b>{goods}</b>: {reason}
          </li>
        ))}
      </ul>
    )}
  </section>
);
