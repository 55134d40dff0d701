import { onUsed } from '../infra/local/origin/guard.ts';
import { rightsOf } from '../infra/rights.ts';

/** Hears from now on what functions use of their rights; answers what a function was granted and never used. */
export const hearRights = () => {
  const used = new Map<string, Set<string>>();
  onUsed(({ entry, action, list }) => {
    const own = used.get(entry) ?? new Set<string>();
    used.set(entry, own.add(list === undefined ? action : `${action} of ${list}`));
  });
  return {
    unused: (entry: string): string[] => {
      const { table = [], lists = [] } = rightsOf(entry);
      const granted = [...table, ...lists.map((list) => `Query of ${list}`)];
      return granted.filter((right) => !used.get(entry)?.has(right));
    },
  };
};
