import { enteredBy } from '../../shared/domain/register/merchant.ts';
import { statusWords } from '../../shared/domain/register/merchant-moves.ts';
import { type Evidence, evidenceOf, type SameAs } from '../../shared/domain/register/owners/evidence.ts';
import { Problem } from '../../shared/problem.ts';
import type { Write } from '../../shared/table/engine/writes.ts';
import {
  insertShown,
  lastShownBy,
  MOST_LOOKED_AT,
  removeShown,
  type Shown,
  shownByShop,
  shownIn,
} from '../../shared/table/register/evidence.ts';
import { getMerchant, getMerchants, type MerchantRecord } from '../../shared/table/register/merchants.ts';
import { openSecrets } from '../reads/merchant-secrets.ts';
import type { World } from '../world.ts';

const evidenceOfShop = (world: World, merchant: MerchantRecord): Evidence[] => {
  const seals = world.identitySealer(merchant.cityCode);
  const { name, address, village, phone } = merchant;
  return evidenceOf({ name, address, village, phone, ...openSecrets(merchant, seals) }, seals.keyed);
};

const fieldOf = ({ kind }: Evidence, merchant: MerchantRecord): string =>
  ({
    identity: merchant.kind === 'person' ? '/nik' : '/npwp',
    phone: '/phone',
    'name-and-address': '/name',
    address: '/address',
  })[kind];

/**
 * The writes by which a new application is found again; refused when its applicant already has one that shows the same.
 * A person may have two businesses with one number and one phone, and says so with `another`; the same name at the same
 * address is the same business. Whether anybody else shows the same is not told here: it would answer guesses.
 */
export const firstOfItsKind = async (world: World, merchant: MerchantRecord, another: boolean): Promise<Write[]> => {
  const [{ cityCode, merchantId }, applicant] = [merchant, enteredBy(merchant)];
  const found = await Promise.all(
    evidenceOfShop(world, merchant).map(async (evidence) => ({
      evidence,
      last: await lastShownBy(world.table, cityCode, evidence, applicant),
    })),
  );
  const refuses = ({ kind }: Evidence) => (another ? kind === 'name-and-address' : kind !== 'address');
  const same = found.find(({ evidence, last }) => last && refuses(evidence));
  const first = same?.last && (await getMerchant(world.table, same.last.merchantId));
  if (same && first) throw applied(first, fieldOf(same.evidence, merchant), same.evidence);
  return found.map(({ evidence, last }) =>
    insertShown({ cityCode, ...evidence, applicant, merchantId, number: (last?.number ?? 0) + 1 }),
  );
};

/** The same for a shop that the city enters; who else shows the same is told to the city, which decides. */
export const enteredEvidence = async (
  world: World,
  merchant: MerchantRecord,
): Promise<{ writes: Write[]; others: SameAs[] }> => {
  const [{ cityCode, merchantId }, applicant] = [merchant, enteredBy(merchant)];
  const found = await Promise.all(
    evidenceOfShop(world, merchant).map(async (evidence) => {
      const shown = await shownIn(world.table, cityCode, evidence);
      // A list that was cut says nothing of where the applicant's own shops in it end.
      const last =
        shown.length < MOST_LOOKED_AT
          ? shown.findLast((one) => one.applicant === applicant)
          : await lastShownBy(world.table, cityCode, evidence, applicant);
      return { evidence, shown, number: (last?.number ?? 0) + 1 };
    }),
  );
  return {
    writes: found.map(({ evidence, number }) => insertShown({ cityCode, ...evidence, applicant, merchantId, number })),
    others: await sameShops(
      world,
      merchantId,
      found.flatMap(({ evidence, shown }) => (evidence.kind === 'address' ? [] : shown)),
    ),
  };
};

const applied = ({ name, status }: MerchantRecord, pointer: string, { kind }: Evidence): Problem => {
  const mend =
    kind === 'name-and-address'
      ? 'Lanjutkan pendaftaran itu.'
      : 'Lanjutkan pendaftaran itu. Bila ini usaha lain, nyatakan begitu lalu kirim lagi.';
  return new Problem('already_applied', `Anda sudah mendaftar: ${name} ${statusWords[status]}. ${mend}`, [
    { pointer, detail: `Sama dengan pendaftaran ${name}, yang ${statusWords[status]}.` },
  ]);
};

/** What a changed file shows again is entered, what it shows no longer is taken out. */
export const evidenceWrites = async (world: World, before: MerchantRecord, after: MerchantRecord): Promise<Write[]> => {
  const [{ cityCode, merchantId }, applicant] = [after, enteredBy(after)];
  const [old, now] = [evidenceOfShop(world, before), evidenceOfShop(world, after)];
  const lacking = (these: Evidence[], in_: Evidence[]) =>
    these.filter(({ key }) => in_.every((one) => one.key !== key));
  const gone = await Promise.all(
    lacking(old, now).map((evidence) => shownByShop(world.table, cityCode, evidence, { applicant, merchantId })),
  );
  const added = await Promise.all(
    lacking(now, old).map(async (evidence) => {
      const last = await lastShownBy(world.table, cityCode, evidence, applicant);
      return insertShown({ cityCode, ...evidence, applicant, merchantId, number: (last?.number ?? 0) + 1 });
    }),
  );
  return [...gone.flat().map(removeShown), ...added];
};

/** More is no longer looked through one by one. */
const MOST_NAMED = 20;

/** The other shops among those that show the same, and what it is. */
const sameShops = async ({ table }: World, merchantId: string, shown: readonly Shown[]): Promise<SameAs[]> => {
  const others = shown.filter((one) => one.merchantId !== merchantId);
  const ids = [...new Set(others.map((one) => one.merchantId))].slice(0, MOST_NAMED);
  const files = await getMerchants(table, ids, { consistent: false });
  const by = (id: string) => {
    const kinds = new Set(others.filter((one) => one.merchantId === id).map(({ kind }) => kind));
    if (kinds.has('name-and-address')) kinds.delete('address');
    return [...kinds];
  };
  return files.flatMap((file) =>
    file ? [{ merchantId: file.merchantId, name: file.name, by: by(file.merchantId) }] : [],
  );
};

/** Other shops of the city that show the same, whoever applied for them: for the officer who verifies. */
export const sameAs = async (world: World, merchant: MerchantRecord): Promise<SameAs[]> => {
  const shown = await Promise.all(
    evidenceOfShop(world, merchant).map((evidence) => shownIn(world.table, merchant.cityCode, evidence)),
  );
  return sameShops(world, merchant.merchantId, shown.flat());
};
