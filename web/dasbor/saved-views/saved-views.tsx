import { useState } from 'preact/hooks';
import { keptQuery } from '../../../shared/domain/people/view-query.ts';
import { type Act, useAct } from '../../kit/act.ts';
import { given } from '../../kit/address.ts';
import { ViewTabs } from '../../kit/desk/view-tabs.tsx';
import { Form, filled, flawAt, Summary, TextField } from '../../kit/form.tsx';
import { dasborAddress } from '../address.ts';
import type { PlaceName } from '../place.ts';
import type { OfficeViews, View } from './office-views.ts';

type Props = { readonly place: PlaceName; readonly page: string; readonly office: OfficeViews };

/** A refusal names a view by its place among all; what is said at the field is of any of them. */
const nameFlaw = ({ refusal }: Act, at: number): string | undefined =>
  flawAt(refusal, `/views/${at}/name`) ?? flawAt(refusal, `/views/${at}/page`) ?? flawAt(refusal, `/views/${at}/query`);

const Keep = ({ page, office, query }: { page: string; office: OfficeViews; query: string }) => {
  const act = useAct();
  const keep = (form: HTMLFormElement) => {
    const { namaTampilan: name = '' } = filled(form);
    return act.run(() => office.set((views) => [...views, { name, page, query }]));
  };
  return (
    <details class="keep">
      <summary>
        <span>Simpan tampilan ini</span>
      </summary>
      <Form onSubmit={keep}>
        {act.refusal && <Summary refusal={act.refusal} />}
        <TextField
          label="Nama tampilan"
          name="namaTampilan"
          help="Tampil sebagai tab untuk semua petugas kota. Bulan dan kata pencarian tidak ikut disimpan."
          maxLength={32}
          required
          flaw={nameFlaw(act, office.views.length)}
        />
        <button class="line" type="submit" disabled={act.busy}>
          {act.busy ? 'Menyimpan…' : 'Simpan untuk sekantor'}
        </button>
      </Form>
    </details>
  );
};

const Change = ({ office, view }: { office: OfficeViews; view: View }) => {
  const act = useAct();
  const [sure, setSure] = useState(false);
  const isThis = (one: View) => one.page === view.page && one.name === view.name;
  const rename = (form: HTMLFormElement) => {
    const { namaBaru: name = view.name } = filled(form);
    return act.run(() => office.set((views) => views.map((one) => (isThis(one) ? { ...one, name } : one))));
  };
  const remove = () =>
    sure ? act.run(() => office.set((views) => views.filter((one) => !isThis(one)))) : setSure(true);
  return (
    <details class="keep">
      <summary>
        <span>Ubah tampilan “{view.name}”</span>
      </summary>
      <Form onSubmit={rename}>
        {act.refusal && <Summary refusal={act.refusal} />}
        <TextField
          label="Nama baru"
          name="namaBaru"
          value={view.name}
          maxLength={32}
          required
          flaw={nameFlaw(act, office.views.findIndex(isThis))}
        />
        <div class="acts">
          <button class="line" type="submit" disabled={act.busy}>
            Ganti nama
          </button>
          <button class="line" type="button" disabled={act.busy} onClick={() => void remove()}>
            {sure ? 'Ya, hapus untuk sekantor' : 'Hapus tampilan'}
          </button>
        </div>
      </Form>
    </details>
  );
};

/** The views colleagues keep of this page as tabs, and a name for the one that is open. */
export const SavedViews = ({ place, page, office }: Props) => {
  const query = keptQuery(location.search);
  const own = office.views.filter((view) => view.page === page);
  const open = own.find((view) => view.query === query);
  const to = (search: string) => dasborAddress(page, place, given(`?${search}`));
  if (own.length === 0 && (query === '' || !office.acts)) return null;
  return (
    <div class="saved">
      {own.length > 0 && (
        <ViewTabs
          label="Tampilan tersimpan"
          at={open ? to(open.query) : ''}
          views={own.map((view) => ({ name: view.name, to: to(view.query) }))}
        />
      )}
      {office.acts && query !== '' && !open && <Keep page={page} office={office} query={query} />}
      {office.acts && open && <Change key={open.name} office={office} view={open} />}
    </div>
  );
};
