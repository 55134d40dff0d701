import { type Answer, type Answers, answersIn } from './answers.ts';

/** Typing rests so long before the market is looked at: nobody reads an answer between two letters. */
const REST_MS = 150;
const SHORTEST = 2;

/** Set as text, never as markup: a name is whatever somebody typed. */
const made = (tag: string, text = '', className = ''): HTMLElement =>
  Object.assign(document.createElement(tag), { textContent: text, className });

const lineOf = ({ name, detail, to }: Answer): HTMLElement => {
  const [line, link] = [made('li'), Object.assign(made('a'), { href: to })];
  link.append(made('bdi', name), made('span', detail, 'quiet small'));
  line.append(link);
  return line;
};

const told = ({ goods, shops }: Answers): string =>
  goods.length + shops.length === 0 ? 'Belum ada yang cocok.' : `${goods.length} barang, ${shops.length} toko.`;

/**
 * Answers beneath the search while somebody types: links, reached by the arrow or the tab key, gone with Escape. The form
 * itself stays as it is.
 */
export const suggestIn = (form: HTMLFormElement): void => {
  const input = form.querySelector<HTMLInputElement>('[name=cari]');
  const { city: name = '', index = '' } = form.dataset;
  const cityCode = form.querySelector<HTMLInputElement>('[name=kota]')?.value ?? '';
  if (!input || form.dataset['suggests']) return;
  form.dataset['suggests'] = 'yes';
  const [list, says] = [made('ul', '', 'suggested'), made('p', '', 'away')];
  says.setAttribute('role', 'status');
  list.hidden = true;
  form.after(list, says);

  let asking: ReturnType<typeof answersIn> | undefined;
  const close = (): void => {
    list.hidden = true;
    list.replaceChildren();
  };
  const show = async (): Promise<void> => {
    const text = input.value.trim();
    if (text.length < SHORTEST) return close();
    asking ??= answersIn({ cityCode, name }, index);
    const answer = await asking.catch(() => undefined);
    const found = await answer?.(text).catch(() => undefined);
    // Offline, or somebody typed on: the form still finds it.
    if (!answer) asking = undefined;
    if (!found || input.value.trim() !== text) return;
    list.replaceChildren(...[...found.goods, ...found.shops].map(lineOf));
    list.hidden = list.children.length === 0;
    says.textContent = told(found);
  };
  let resting: ReturnType<typeof setTimeout> | undefined;
  input.addEventListener('input', () => {
    clearTimeout(resting);
    resting = setTimeout(() => void show(), REST_MS);
  });
  const around = form.parentElement ?? form;
  around.addEventListener('keydown', (event) => {
    const links = [...list.querySelectorAll('a')];
    const at = links.indexOf(document.activeElement as HTMLAnchorElement);
    if (event.key === 'Escape' && !list.hidden) {
      close();
      input.focus();
    } else if (event.key === 'ArrowDown' && links[at + 1]) links[at + 1]?.focus();
    else if (event.key === 'ArrowUp' && at >= 0) (links[at - 1] ?? input).focus();
    else return;
    event.preventDefault();
  });
  around.addEventListener('focusout', ({ relatedTarget }) => {
    if (!around.contains(relatedTarget as Node | null)) close();
  });
  void show();
};
