import { dayOf } from '../../shared/domain/basics/month.ts';
import { rupiah } from '../../shared/domain/basics/wording.ts';
import { citySlug } from '../../shared/domain/pages/address.ts';
import { isOperator } from '../../shared/domain/people/caller.ts';
import type { City, NewCity } from '../../shared/domain/places/city.ts';
import { type PolicyChange, startingPolicies, withPolicies } from '../../shared/domain/places/policies.ts';
import { cityOf, districtOf, provinceOf } from '../../shared/domain/places/region.ts';
import { type Flaw, Problem } from '../../shared/problem.ts';
import { figureOn } from '../../shared/rules/limits.ts';
import { recordAct } from '../../shared/table/audit.ts';
import { getCity, putDistrict, saveCity } from '../../shared/table/cities.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { endpoint } from '../http/endpoint.ts';
import { allCities } from '../reads/all-cities.ts';
import type { World } from '../world.ts';

/** Codes must nest: villages in their district, districts in the city, each once. */
const requireNested = (cityCode: string, { districts }: NewCity): void => {
  const seen = new Set<string>();
  const flaws: Flaw[] = districts.flatMap((district, index) => {
    const wrong = (pointer: string, detail: string): Flaw => ({ pointer: `/districts/${index}${pointer}`, detail });
    const own =
      cityOf(district.code) !== cityCode || seen.has(district.code)
        ? [wrong('/code', `Bukan kecamatan ${cityCode}, atau ganda.`)]
        : [];
    seen.add(district.code);
    const villages = district.villages.flatMap(({ code }, at) => {
      const bad = districtOf(code) !== district.code || seen.has(code);
      seen.add(code);
      return bad ? [wrong(`/villages/${at}/code`, `Bukan kelurahan ${district.code}, atau ganda.`)] : [];
    });
    return [...own, ...villages];
  });
  if (flaws.length > 0)
    throw new Problem('region_not_found', 'Ada kode wilayah yang tidak sesuai.', flaws.slice(0, 20));
};

/**
 * An address means one city for ever: Kota and Kabupaten Malang are two, and who kept a link finds what it led to. The
 * register's own names (infra/regions.ts) are all different.
 */
const requireOwnAddress = async (world: World, cityCode: string, name: string, before: City | undefined) => {
  const slug = citySlug({ name });
  const refuse = (detail: string): never => {
    throw new Problem('invalid_request', `Alamat /${slug} tidak bisa dipakai kota ini.`, [
      { pointer: '/name', detail },
    ]);
  };
  if (before && citySlug(before) !== slug)
    refuse(`Alamat kota ini tetap /${citySlug(before)}: pakai nama yang sama, misalnya ${before.name}.`);
  const other = before ? undefined : (await allCities(world)).find((city) => citySlug(city) === slug);
  if (other && other.cityCode !== cityCode)
    refuse(
      `Sudah dipakai ${other.name} (${other.cityCode}). Tulis nama lengkap menurut Kemendagri, misalnya Kabupaten Malang.`,
    );
};

/** Refuses what no city may decide, because the law already did. */
export const requireLawful = ({ agencyMaxRupiah = 0 }: PolicyChange, day: string): void => {
  const { rupiah: most, source } = figureOn('direct-procurement', day);
  if (agencyMaxRupiah > most)
    throw new Problem('amount_over_policy', `Batas pesanan dinas paling banyak ${rupiah(most)} (${source}).`, [
      { pointer: '/policies/agencyMaxRupiah', detail: `Paling banyak ${rupiah(most)}.` },
    ]);
};

/** Founding a tenant and changing its settings are one operation: the same settings twice change nothing but a version. */
export const foundCity = endpoint('PUT /cities/{city}', async ({ params, body, caller }, world) => {
  const { table, now, cache } = world;
  if (!isOperator(caller)) throw new Problem('not_allowed', 'Langkah ini untuk pengelola Pasar Rata.');
  requireNested(params.city, body);
  requireLawful(body.policies, dayOf(now(), body.zone));
  const before = await getCity(table, params.city);
  if (before && before.shards !== body.shards)
    throw new Problem('invalid_request', 'Pembagian daftar tidak bisa diubah setelah kota berjalan.', [
      { pointer: '/shards', detail: `Tetap ${before.shards}.` },
    ]);
  await requireOwnAddress(world, params.city, body.name, before);
  const city: City = {
    ...body,
    ...(before?.logo === undefined ? {} : { logo: before.logo }),
    ...(before?.helpPhone === undefined ? {} : { helpPhone: before.helpPhone }),
    ...(before?.tiles === undefined ? {} : { tiles: before.tiles }),
    ...(before?.holidays === undefined ? {} : { holidays: before.holidays }),
    ...(before?.batikDay === undefined ? {} : { batikDay: before.batikDay }),
    policies: withPolicies(before?.policies ?? startingPolicies, body.policies),
    cityCode: params.city,
    provinceCode: provinceOf(params.city),
    districts: body.districts.map(({ code, name }) => ({ code, name })),
    foundedAt: before?.foundedAt ?? now(),
    version: (before?.version ?? 0) + 1,
  };
  const villages = body.districts.map((district) => putDistrict({ cityCode: params.city, ...district }));
  const recorded = await recordAct(
    table,
    {
      chain: params.city,
      at: now(),
      by: caller.person,
      person: null,
      subjects: [params.city],
      act: before ? 'city-changed' : 'city-founded',
      details: { version: String(city.version) },
    },
    caller,
  );
  await commit(table, [saveCity(city), ...villages, ...recorded]);
  cache.delete(`city ${params.city}`);
  return city;
});
