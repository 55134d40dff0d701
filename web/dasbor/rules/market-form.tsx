import type { Sent } from '../../../shared/contract.ts';
import { typedNumber } from '../../../shared/domain/basics/typed/typed-number.ts';
import { count } from '../../../shared/domain/basics/wording.ts';
import { LAST_HANDOVER_AT } from '../../../shared/domain/orders/receiving/last-handover.ts';
import { BothVersions, type Difference, useEdit } from '../../kit/desk/edit.tsx';
import { Form, filled, flawAt, Summary, TextField } from '../../kit/form.tsx';
import { Table } from '../../kit/page.tsx';
import type { City } from '../../kit/places.ts';
import { ifUnchanged } from '../../kit/settings.tsx';
import type { AskedCity } from '../opened.ts';
import { marketGroups } from './market-words.ts';

type Change = Sent<'PATCH /cities/{city}'>['body'];

const LAST_DAY = 'Hari terakhir dinas memesan untuk tahun ini (bulan-tanggal)';
const LAST_HOUR = 'Pesanan untuk hari yang sama paling lambat pukul';
/** Every setting as it is read: its label, and its value in a change and in the city. */
const lines = (change: Change, city: City): Difference[] => [
  ...marketGroups.flatMap(([title, fields]) =>
    fields.map(
      ([name, label]) =>
        [`${title}: ${label}`, String(change.policies?.[name] ?? ''), String(city.policies[name])] as const,
    ),
  ),
  [LAST_DAY, change.policies?.agencyLastOrderDay ?? '', city.policies.agencyLastOrderDay],
  [LAST_HOUR, change.policies?.lastHandoverAt ?? '', city.policies.lastHandoverAt ?? LAST_HANDOVER_AT],
];

const changeOf = (form: HTMLFormElement): Change => {
  const given = filled(form);
  const numbers = marketGroups.flatMap(([, fields]) => fields.map(([name]) => [name, typedNumber(given[name])]));
  return {
    policies: {
      ...Object.fromEntries(numbers),
      agencyLastOrderDay: given['agencyLastOrderDay'] ?? '',
      lastHandoverAt: given['lastHandoverAt'] ?? '',
    },
  };
};

const SettingsForm = ({ asked: { call, place }, first }: { asked: AskedCity; first: City }) => {
  const params = { city: place.code };
  const { current, conflict, act, saved, ...edit } = useEdit<City, Change>(
    first,
    () => call('GET /cities/{city}/settings', { params }),
    (body, version) => call('PATCH /cities/{city}', { params, body, headers: ifUnchanged(version) }),
  );
  const flaw = (pointer: string) => flawAt(act.refusal, pointer);
  return (
    <>
      {act.refusal && <Summary refusal={act.refusal} />}
      {conflict && (
        <BothVersions
          fields={lines(conflict.mine, conflict.theirs)}
          busy={act.busy}
          onMine={edit.keepMine}
          onTheirs={edit.takeTheirs}
        />
      )}
      <Form key={current.version} onSubmit={(form) => edit.save(changeOf(form))}>
        {marketGroups.map(([title, fields]) => (
          <fieldset key={title}>
            <legend>{title}</legend>
            {fields.map(([name, label]) => (
              <TextField
                key={name}
                label={label}
                name={name}
                inputMode="numeric"
                required
                value={count(current.policies[name])}
                flaw={flaw(`/policies/${name}`)}
              />
            ))}
          </fieldset>
        ))}
        <fieldset>
          <legend>Lainnya</legend>
          <TextField
            label={LAST_DAY}
            name="agencyLastOrderDay"
            help="Misalnya 12-15. Sesudahnya dinas hanya memesan untuk tahun depan."
            required
            value={current.policies.agencyLastOrderDay}
            flaw={flaw('/policies/agencyLastOrderDay')}
          />
          <TextField
            label={LAST_HOUR}
            name="lastHandoverAt"
            type="time"
            help="Sesudahnya pembeli memilih besok atau sesudahnya, juga untuk barang yang siap."
            required
            value={current.policies.lastHandoverAt ?? LAST_HANDOVER_AT}
            flaw={flaw('/policies/lastHandoverAt')}
          />
        </fieldset>
        <button class="button" type="submit" disabled={act.busy}>
          Simpan pengaturan
        </button>
        <p role="status">{saved && 'Tersimpan. Batas waktu yang sudah berjalan tidak berubah.'}</p>
      </Form>
    </>
  );
};

/** How much, how far ahead, how long: what the city decides inside the law's figures. */
export const MarketForm = ({ asked, city }: { asked: AskedCity; city: City }) => (
  <section aria-labelledby="aturan-pasar">
    <h2 id="aturan-pasar">Batas dan waktu</h2>
    {asked.kinds.includes('city-admin') ? (
      <SettingsForm asked={asked} first={city} />
    ) : (
      <Table
        caption={`Yang diputuskan ${city.name}.`}
        head={['Pengaturan', 'Sekarang']}
        rows={lines({}, city).map(([label, , now]) => [label, now || 'tidak ada'])}
      />
    )}
  </section>
);
