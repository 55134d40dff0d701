import type { Stands } from './look.ts';

type Card = { readonly orderId: string; readonly state: string };

/** The first order of a person's list that stands so, newest first, or the code of a paper of it; undefined where there is none. */
export const findOrder = async (
  api: string,
  token: string,
  { list, state, money, paper }: Stands,
): Promise<string | undefined> => {
  const get = async (path: string) => {
    const answer = await fetch(`${api}${path}`, { headers: { authorization: `Bearer ${token}` } });
    if (!answer.ok) throw new Error(`${path} ${answer.status}`);
    return answer.json();
  };
  const { memberships } = await get('/me');
  const place = (kind: string): string =>
    memberships.find(({ scope }: { scope: string }) => scope.startsWith(`${kind}:`))?.scope.slice(kind.length + 1) ??
    '';
  const path = { mine: '/me', office: `/agencies/${place('agency')}`, shop: `/merchants/${place('merchant')}` }[list];
  for (let next = ''; next !== undefined; ) {
    const page = await get(`${path}/orders?limit=100${next && `&cursor=${encodeURIComponent(next)}`}`);
    for (const card of page.items as Card[]) {
      if (state !== undefined && card.state !== state) continue;
      if (money !== undefined && (await get(`/orders/${card.orderId}/payment`)).state !== money) continue;
      if (!paper) return card.orderId;
      const { papers } = await get(`/orders/${card.orderId}/papers`);
      const issued = (papers as { code?: string }[]).find(({ code }) => code);
      if (issued) return issued.code;
    }
    next = page.next ?? undefined;
  }
  return undefined;
};
