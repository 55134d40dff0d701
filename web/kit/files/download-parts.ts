import { fetchFile, saveFile } from './download-file.ts';

const nameOf = (response: Response): string =>
  /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? 'daftar';
/** A second and later part is called so, before the ending. */
const ofPart = (name: string, part: number): string =>
  part === 1 ? name : name.replace(/(\.\w+)$/, `-bagian-${part}$1`);
const cursorOf = (response: Response): string | undefined =>
  /<\?cursor=([^>]+)>; rel="next"/.exec(response.headers.get('link') ?? '')?.[1];

/** A list as a file, under the name that says what it holds and when; of a very long list, one file after the other. */
export const downloadParts = async (
  token: string | undefined,
  path: string,
  query: Readonly<Record<string, string | undefined>>,
): Promise<void> => {
  const asked = new URLSearchParams(Object.entries(query).flatMap(([name, value]) => (value ? [[name, value]] : [])));
  let cursor: string | undefined;
  for (let part = 1; part === 1 || cursor !== undefined; part++) {
    if (cursor !== undefined) asked.set('cursor', decodeURIComponent(cursor));
    const response = await fetchFile(token, `${path}?${asked}`);
    saveFile(await response.blob(), ofPart(nameOf(response), part));
    cursor = cursorOf(response);
  }
};
