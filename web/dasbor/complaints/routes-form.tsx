import type { Output, Sent } from '../../../shared/contract.ts';
import { type ComplaintCategoryCode, complaintCategories } from '../../../shared/domain/complaints/states.ts';
import { BothVersions, type Difference, useEdit } from '../../kit/desk/edit.tsx';
import { type Choice, Form, filled, flawAt, SelectField, Summary } from '../../kit/form.tsx';
import { ifUnchanged } from '../../kit/settings.tsx';
import type { AskedCity } from '../opened.ts';

type Routes = Output<'GET /cities/{city}/complaint-routes'>;
type Change = Sent<'PUT /cities/{city}/complaint-routes'>['body'];
type Agency = Output<'GET /cities/{city}/agencies'>['items'][number];
export type RoutesData = { readonly routes: Routes; readonly agencies: readonly Agency[] };

const categories = Object.entries(complaintCategories) as [ComplaintCategoryCode, string][];

/** Which office answers for which category, and the offices there are to choose from. */
export const loadRoutes = async ({ call, place }: AskedCity): Promise<RoutesData> => {
  const params = { city: place.code };
  const [routes, agencies] = await Promise.all([
    call('GET /cities/{city}/complaint-routes', { params }),
    call('GET /cities/{city}/agencies', { params, query: { limit: 100 } }),
  ]);
  return { routes, agencies: agencies.items };
};

/** Says by category which office answers; the inspectorate reads the same. */
export const RoutesForm = ({ asked, first }: { asked: AskedCity; first: RoutesData }) => {
  const { call, place, kinds } = asked;
  const params = { city: place.code };
  const { agencies } = first;
  const { current, conflict, act, saved, ...edit } = useEdit<Routes, Change>(
    first.routes,
    () => call('GET /cities/{city}/complaint-routes', { params }),
    (body, version) => call('PUT /cities/{city}/complaint-routes', { params, body, headers: ifUnchanged(version) }),
  );
  const nameOf = (agencyId: string | undefined) =>
    agencies.find((one) => one.agencyId === agencyId)?.name ?? (agencyId ? 'Dinas lain' : '');
  if (!kinds.includes('city-admin'))
    return (
      <ul class="plain">
        {categories.map(([code, name]) => (
          <li key={code}>
            {name}: <bdi>{nameOf(current.routes[code]) || 'ditunjuk satu per satu'}</bdi>
          </li>
        ))}
      </ul>
    );
  const choices: readonly Choice[] = [
    ['', 'Ditunjuk satu per satu'],
    ...agencies.map(({ agencyId, name }): Choice => [agencyId, name]),
  ];
  const fields = ({ routes: mine }: Change, { routes: theirs }: Routes): Difference[] =>
    categories.map(([code, name]) => [name, nameOf(mine[code]), nameOf(theirs[code])]);
  const save = (form: HTMLFormElement) => {
    const said = filled(form);
    const chosen = categories.flatMap(([code]) => (said[code] ? [[code, said[code]] as const] : []));
    return edit.save({ routes: Object.fromEntries(chosen) });
  };
  return (
    <>
      {act.refusal && <Summary refusal={act.refusal} />}
      {conflict && (
        <BothVersions
          fields={fields(conflict.mine, conflict.theirs)}
          busy={act.busy}
          onMine={edit.keepMine}
          onTheirs={edit.takeTheirs}
        />
      )}
      <p>
        Pengaduan yang sudah diperiksa langsung diteruskan ke dinas bidangnya. Petugas tetap bisa memilih dinas lain.
      </p>
      <Form key={current.version} onSubmit={save}>
        {categories.map(([code, name]) => (
          <SelectField
            key={code}
            label={name}
            name={code}
            choices={choices}
            value={current.routes[code] ?? ''}
            flaw={flawAt(act.refusal, `/routes/${code}`)}
          />
        ))}
        <button class="button" type="submit" disabled={act.busy}>
          Simpan
        </button>
      </Form>
      <p role="status">{saved && 'Tersimpan.'}</p>
    </>
  );
};
