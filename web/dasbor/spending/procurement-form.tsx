import type { Output, Sent } from '../../../shared/contract.ts';
import { typedNumber } from '../../../shared/domain/basics/typed/typed-number.ts';
import { rupiah } from '../../../shared/domain/basics/wording.ts';
import { BothVersions, useEdit } from '../../kit/desk/edit.tsx';
import { Form, filled, flawAt, Summary, TextField } from '../../kit/form.tsx';
import { ifUnchanged } from '../../kit/settings.tsx';
import type { AskedCity } from '../opened.ts';
import type { OfficeSpending } from './words.ts';

type Known = Output<'PUT /agencies/{agencyId}/procurements/{year}'>;
type Change = Sent<'PUT /agencies/{agencyId}/procurements/{year}'>['body'];

const changeOf = (form: HTMLFormElement): Change => {
  const { pengadaan = '', rencana = '', sumber = '' } = filled(form);
  return {
    procurementRupiah: typedNumber(pengadaan),
    plannedSmallRupiah: rencana.trim() === '' ? null : typedNumber(rencana),
    source: sumber,
  };
};
const written = ({ procurementRupiah, plannedSmallRupiah, source }: Change) => ({
  procurement: rupiah(procurementRupiah),
  source,
  planned: plannedSmallRupiah === null ? '' : rupiah(plannedSmallRupiah),
});

type Props = {
  readonly asked: AskedCity;
  readonly year: string;
  readonly agencyId: string;
  readonly first: OfficeSpending['procurement'];
};
/** What the share is measured against: the office's official procurement budget, said by the city with where it is written. */
export const ProcurementForm = ({ asked: { call, again }, year, agencyId, first }: Props) => {
  const params = { agencyId, year };
  const empty = {
    agencyId,
    cityCode: '',
    year,
    procurementRupiah: 0,
    plannedSmallRupiah: null,
    source: '',
    version: 0,
  };
  const edit = useEdit<Known, Change>(
    first ?? empty,
    async () => (await call('GET /agencies/{agencyId}/spending/{year}', { params })).procurement ?? empty,
    async (body, version) => {
      const headers = ifUnchanged(version);
      const saved = await call('PUT /agencies/{agencyId}/procurements/{year}', { params, body, headers });
      again();
      return saved;
    },
  );
  const { current, conflict, act, saved } = edit;
  if (conflict) {
    const [mine, theirs] = [written(conflict.mine), written(conflict.theirs)];
    return (
      <BothVersions
        fields={[
          ['Belanja pengadaan', mine.procurement, theirs.procurement],
          ['Direncanakan untuk usaha kecil', mine.planned, theirs.planned],
          ['Sumber', mine.source, theirs.source],
        ]}
        busy={act.busy}
        onMine={edit.keepMine}
        onTheirs={edit.takeTheirs}
      />
    );
  }
  const { version, procurementRupiah, plannedSmallRupiah, source } = current;
  const number = (value: number | null) => (version === 0 || value === null ? '' : String(value));
  return (
    <details>
      <summary>Belanja pengadaan resmi {year}</summary>
      {act.refusal && <Summary refusal={act.refusal} />}
      <Form key={version} onSubmit={(form) => edit.save(changeOf(form))}>
        <TextField
          label="Belanja pengadaan (Rp)"
          name="pengadaan"
          inputMode="numeric"
          value={number(procurementRupiah)}
          required
          flaw={flawAt(act.refusal, '/procurementRupiah')}
        />
        <TextField
          label="Direncanakan untuk usaha kecil (Rp, boleh kosong)"
          name="rencana"
          inputMode="numeric"
          value={number(plannedSmallRupiah)}
          flaw={flawAt(act.refusal, '/plannedSmallRupiah')}
        />
        <TextField
          label="Sumber"
          name="sumber"
          help="Misalnya SIRUP, diunduh 5 Januari 2026."
          maxLength={120}
          value={source}
          required
          flaw={flawAt(act.refusal, '/source')}
        />
        <button class="button" type="submit" disabled={act.busy}>
          {act.busy ? 'Menyimpan…' : 'Simpan anggaran'}
        </button>
      </Form>
      <p role="status">{saved && 'Tersimpan.'}</p>
    </details>
  );
};
