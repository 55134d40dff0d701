import type { Choice } from '../form.tsx';

type Common = { readonly name: string; readonly label: string; readonly value?: string | undefined };
/** One of these, or all: `all` says what that is; null leaves it out where one is always chosen. */
export type ChoiceFilter = Common & { readonly choices: readonly Choice[]; readonly all?: string | null };
export type Filter =
  | ChoiceFilter
  /** Words to look for, or a day. */
  | (Common & { readonly placeholder?: string; readonly type?: 'date' });

/** Longer than what half a phone's line shows of a choice. */
const LONG = 14;
const isLong = (filter: Filter): boolean =>
  'choices' in filter
    ? filter.choices.some(([, title]) => title.length > LONG)
    : (filter.placeholder ?? '').length > LONG;

const Field = (filter: Filter) => (
  <div class={isLong(filter) ? 'field long' : 'field'}>
    <label for={filter.name}>{filter.label}</label>
    {'choices' in filter ? (
      <select class="control" name={filter.name} id={filter.name}>
        {filter.all !== null && <option value="">{filter.all ?? 'Semua'}</option>}
        {filter.choices.map(([value, title]) => (
          <option key={value} value={value} selected={value === filter.value}>
            {title}
          </option>
        ))}
      </select>
    ) : filter.type === 'date' ? (
      <input class="control" type="date" name={filter.name} id={filter.name} defaultValue={filter.value} />
    ) : (
      <input
        class="control"
        type="search"
        name={filter.name}
        id={filter.name}
        maxLength={60}
        placeholder={filter.placeholder}
        defaultValue={filter.value}
      />
    )}
  </div>
);

type Props = {
  /** The page's own address, without a query. */
  readonly action: string;
  /** What the address says besides, and keeps: place, month, order. */
  readonly keep: Readonly<Record<string, string | undefined>>;
  readonly filters: readonly Filter[];
  /** The address of the list without any filter. */
  readonly clear: string;
};
/** What narrows a list. The form leads to an address, so a narrowed list can be sent to a colleague. */
export const FilterBar = ({ action, keep, filters, clear }: Props) => (
  <form class="choose" action={action} aria-label="Filter">
    {Object.entries(keep).map(([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />)}
    {filters.map((filter) => (
      <Field key={filter.name} {...filter} />
    ))}
    <button class="line" type="submit" id="terapkan">
      Terapkan
    </button>
    {filters.some(({ value }) => value) && (
      <a class="back" href={clear}>
        Hapus filter
      </a>
    )}
  </form>
);
