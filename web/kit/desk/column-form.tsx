import { Form, SelectField } from '../form.tsx';

type Props<Name extends string> = {
  /** What a sheet can say, and what people call it. */
  readonly names: readonly (readonly [Name, string])[];
  /** Of each that was found, the title of its column. */
  readonly columns: { readonly [name in Name]?: string | undefined };
  readonly titles: readonly string[];
  readonly busy: boolean;
  readonly onChoose: (columns: Record<string, string>) => unknown;
};
/** What each column of a sheet says, chosen once and kept. */
export const ColumnForm = <Name extends string>({ names, columns, titles, busy, onChoose }: Props<Name>) => (
  <Form
    onSubmit={(form) => {
      const given = new FormData(form);
      const chosen = names.flatMap(([name]) => {
        const title = String(given.get(`kolom-${name}`) ?? '');
        return title === '' ? [] : [[name, title] as const];
      });
      void onChoose(Object.fromEntries(chosen));
    }}
  >
    {names.map(([name, label]) => (
      <SelectField
        key={name}
        label={label}
        name={`kolom-${name}`}
        value={columns[name] ?? ''}
        choices={[['', 'Tidak ada'], ...titles.map((title) => [title, title] as const)]}
      />
    ))}
    <button class="line" type="submit" disabled={busy}>
      Simpan kolom dan periksa lagi
    </button>
  </Form>
);
