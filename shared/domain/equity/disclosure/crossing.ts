/*
 * Districts and categories are two ways to divide the same shops, and both are published: a table of which only the
 * margins are known. Where a shop is the only one of its category in a district, a district less a category may be its
 * sales. Each group of shops in one district and one category must leave enough doubt: its largest shop could have sold
 * a tenth more without any published figure changing, because others could have sold less. That is a path of exchanges
 * through the table, so the question is one of maximal flow in a network. Counts cross likewise: of a group in which nobody
 * sold one more could have, or its shops would be named.
 *
 * Network flows for suppression after Cox, Management Science 41 (1995), and Castro, European Journal of Operational
 * Research 216 (2012). Complexity: groups × groups for each group, some hundred of them.
 */

/** The shops of one district and category in one span: how many, what they sold, and what the two largest of them did. */
export type Crossed = {
  readonly district: string;
  readonly category: string;
  readonly rupiah: number;
  readonly largest: number;
  readonly second: number;
  readonly merchants: number;
  readonly sold: number;
};

/** Doubt that must be left about the largest shop of a group, as a share of what it sold. */
const LEAST_DOUBT = 0.1;
const OTHERS = '*';

type Group = Crossed & { readonly from: string; readonly to: string };
/** Groups as the public can tell them apart: suppressed districts are one, and suppressed categories. */
const groupsOf = (crossing: readonly Crossed[], suppressed: ReadonlySet<string>): Group[] => {
  const groups = new Map<string, Group>();
  for (const one of crossing) {
    const from = `district ${suppressed.has(one.district) ? OTHERS : one.district}`;
    const to = `category ${suppressed.has(one.category) ? OTHERS : one.category}`;
    const known = groups.get(`${from} ${to}`);
    const [largest = 0, second = 0] = [one.largest, one.second, known?.largest ?? 0, known?.second ?? 0].sort(
      (a, b) => b - a,
    );
    groups.set(`${from} ${to}`, {
      ...one,
      from,
      to,
      largest,
      second,
      rupiah: one.rupiah + (known?.rupiah ?? 0),
      merchants: one.merchants + (known?.merchants ?? 0),
      sold: one.sold + (known?.sold ?? 0),
    });
  }
  return [...groups.values()];
};

/** A path from one node to another over which something can flow, and how much. */
const pathOf = (room: ReadonlyMap<string, ReadonlyMap<string, number>>, from: string, to: string) => {
  const before = new Map<string, string>([[from, from]]);
  const open = [from];
  for (let node = open.shift(); node !== undefined && !before.has(to); node = open.shift())
    for (const [next, amount] of room.get(node) ?? [])
      if (amount > 0 && !before.has(next)) {
        before.set(next, node);
        open.push(next);
      }
  if (!before.has(to)) return undefined;
  const steps: [string, string][] = [];
  for (let node = to; node !== from; node = before.get(node) ?? from) steps.push([before.get(node) ?? from, node]);
  return { steps, amount: Math.min(...steps.map(([one, other]) => room.get(one)?.get(other) ?? 0)) };
};

/** What a group can lose, and what it can win. */
type Room = { readonly lose: number; readonly win: number };
const inRupiah = ({ rupiah }: Group): Room => ({ lose: rupiah, win: Number.POSITIVE_INFINITY });
const inSellers = ({ merchants, sold }: Group): Room => ({ lose: sold, win: merchants - sold });

/** Could a group have so much more, while every margin stays: others in its district and its category less? */
const canGrow = (groups: readonly Group[], group: Group, by: number, roomOf: (one: Group) => Room): boolean => {
  // From a district into a category: what that group can lose. Back: what it can win.
  const room = new Map<string, Map<string, number>>();
  const widen = (one: string, other: string, amount: number) => {
    const rooms = room.get(one) ?? new Map<string, number>();
    room.set(one, rooms.set(other, (rooms.get(other) ?? 0) + amount));
  };
  for (const one of groups) {
    if (one === group) continue;
    const { lose, win } = roomOf(one);
    widen(one.from, one.to, lose);
    widen(one.to, one.from, win);
  }
  let grown = 0;
  while (grown < by) {
    const path = pathOf(room, group.from, group.to);
    if (!path) return false;
    grown += path.amount;
    for (const [one, other] of path.steps) {
      widen(one, other, -path.amount);
      widen(other, one, path.amount);
    }
  }
  return true;
};

/** Could its largest shop be told to within a tenth? */
const tellsLargest = (groups: readonly Group[], group: Group): boolean => {
  const { rupiah, largest, second } = group;
  const doubt = LEAST_DOUBT * largest - (rupiah - largest - second);
  return largest > 0 && doubt > 0 && !canGrow(groups, group, doubt, inRupiah);
};
/** Could its shops be named as those who sold nothing? */
const tellsUnsold = (groups: readonly Group[], group: Group): boolean =>
  group.merchants > 0 && group.sold === 0 && !canGrow(groups, group, 1, inSellers);

/**
 * A group whose largest shop could be told to within a tenth, or of which nobody can have sold; undefined where every shop is
 * safe. Where nobody sold at all that is the headline.
 */
export const exposedIn = (crossing: readonly Crossed[], suppressed: ReadonlySet<string>): Crossed | undefined => {
  const groups = groupsOf(crossing, suppressed);
  const sells = groups.some(({ sold }) => sold > 0);
  return groups.find((group) => tellsLargest(groups, group) || (sells && tellsUnsold(groups, group)));
};

type Sold = { rupiah: number; largest: number; second: number; merchants: number; sold: number };

/** Counts what the groups sold, from amounts in ascending order. */
export const crossingCounter = () => {
  const groups = new Map<string, Map<string, Sold>>();
  return {
    add: (district: string, category: string, rupiah: number): void => {
      const ofDistrict = groups.get(district) ?? new Map<string, Sold>();
      if (ofDistrict.size === 0) groups.set(district, ofDistrict);
      const group = ofDistrict.get(category);
      const sells = rupiah > 0 ? 1 : 0;
      if (!group) ofDistrict.set(category, { rupiah, largest: rupiah, second: 0, merchants: 1, sold: sells });
      else {
        group.rupiah += rupiah;
        group.second = group.largest;
        group.largest = rupiah;
        group.merchants += 1;
        group.sold += sells;
      }
    },
    end: (): Crossed[] =>
      [...groups].flatMap(([district, categories]) =>
        [...categories].map(([category, sold]) => ({ district, category, ...sold })),
      ),
  };
};
