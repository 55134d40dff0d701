import { changesBetween } from '../../../shared/domain/equity/snapshot/changes.ts';
import { type Content, hashOf, recomputed } from '../../../shared/domain/equity/snapshot/content.ts';
import { parseInputs } from '../../../shared/domain/equity/snapshot/inputs.ts';
import { DEFINITION, type Snapshot } from '../../../shared/domain/equity/snapshot/snapshot.ts';
import { getSnapshot } from '../../../shared/table/equity/snapshots.ts';
import type { Files } from '../../files.ts';
import type { World } from '../../world.ts';
import { type Difference, differencesOf } from './differences.ts';
import { mergedContent } from './merged-content.ts';
import { readInputs } from './store-inputs.ts';

export type Verdict =
  | { readonly verdict: 'match'; readonly snapshot: Snapshot }
  | { readonly verdict: 'differs'; readonly snapshot: Snapshot; readonly differences: Difference[] }
  | { readonly verdict: 'impossible'; readonly why: string };

type Recomputed = { content: Content } | { why: string };

const ofCity = async (files: Files, snapshot: Snapshot): Promise<Recomputed> => {
  const { inputs, takenAt } = snapshot;
  if (!inputs) return { why: 'revisi ini dibuat sebelum masukannya disimpan' };
  // A file that no longer unpacks is an answer, not an accident: this is what a verifier is for.
  const kept = await readInputs(files, inputs.key).catch((error: NodeJS.ErrnoException) => {
    if (!error.code?.startsWith('Z_')) throw error;
    return { text: '', sha256: `tidak dapat dibuka (${error.code})` };
  });
  if (!kept) return { why: `berkas masukan ${inputs.key} tidak ada` };
  if (kept.sha256 !== inputs.sha256)
    return { why: `berkas masukan berubah: ${kept.sha256}, seharusnya ${inputs.sha256}` };
  return { content: recomputed(parseInputs(kept.text), { inputs, takenAt }) };
};

const ofMerge = async (world: World, files: Files, snapshot: Snapshot): Promise<Recomputed> => {
  const { merged, missing, place: code, placeName: name, month, takenAt } = snapshot;
  if (!merged) return { why: 'revisi ini dibuat sebelum sumbernya dicatat' };
  const sources = await Promise.all(
    merged.map(({ place, revision }) => getSnapshot(world.table, place, month, revision)),
  );
  const gone = merged.filter(({ hash }, at) => sources[at]?.hash !== hash);
  if (gone.length > 0) return { why: `sumber tidak ada atau berubah: ${gone.map(({ place }) => place).join(', ')}` };
  const cities = [...merged.map(({ place }) => place), ...missing].sort();
  const found = sources.filter((source) => source !== undefined);
  const { content, broken } = await mergedContent(files, { code, name, cities }, found, { month, takenAt });
  // Left out now but not then: a file was lost or changed since. Without its city every figure would differ.
  const lost = content.missing.filter((city) => !missing.includes(city));
  if (lost.length === 0) return { content };
  const flawOf = (city: string) => broken.find(({ cityCode }) => cityCode === city)?.name ?? 'tidak ada';
  return { why: `berkas kota tidak utuh lagi: ${lost.map((city) => `${city} (${flawOf(city)})`).join(', ')}` };
};

/**
 * Computes a past revision again from what was kept of its input, and says whether the same bytes come out. What a
 * revision decided once (which cells the public may not see) is compared with nothing, because it depends on what was
 * public then.
 */
export const verifyMonth = async (
  world: World,
  files: Files,
  { place, month, revision }: { place: string; month: string; revision?: number },
): Promise<Verdict> => {
  const snapshot = await getSnapshot(world.table, place, month, revision);
  if (!snapshot)
    return { verdict: 'impossible', why: `rekap${revision === undefined ? '' : ` revisi ${revision}`} belum ada` };
  if (snapshot.definition !== DEFINITION)
    return {
      verdict: 'impossible',
      why: `dihitung menurut ${snapshot.definition}, kode ini menurut ${DEFINITION}: periksa dengan rilis waktu itu`,
    };
  const again = snapshot.cities.length > 0 ? await ofMerge(world, files, snapshot) : await ofCity(files, snapshot);
  if ('why' in again) return { verdict: 'impossible', why: again.why };
  const before = snapshot.changes && (await getSnapshot(world.table, place, month, snapshot.changes.since));
  const { suppressed: _decided, ...stored } = snapshot;
  const computed = {
    ...again.content,
    revision: snapshot.revision,
    hash: hashOf(again.content),
    ...(before ? { changes: changesBetween(before, again.content) } : {}),
  };
  const differences = differencesOf(JSON.parse(JSON.stringify(stored)), JSON.parse(JSON.stringify(computed)));
  return differences.length === 0 ? { verdict: 'match', snapshot } : { verdict: 'differs', snapshot, differences };
};
