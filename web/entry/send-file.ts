import { Refusal } from './client.ts';
import { renewed } from './session.ts';

/** Sends a file as it is to a path below `/api`, and answers what became of it. @throws Refusal also where no line is */
export const sendFile = async <Answer>(
  token: string,
  path: string,
  file: Blob,
  type = 'application/octet-stream',
  more: Readonly<Record<string, string>> = {},
): Promise<Answer> => {
  const response = await fetch(`/api${path}`, {
    method: 'POST',
    headers: { ...more, 'content-type': type, authorization: `Bearer ${renewed(token)}` },
    body: file,
  }).catch(() => {
    throw new Refusal(0, 'unreachable', 'Berkas belum terkirim. Periksa sambungan Anda, lalu coba lagi.');
  });
  const answer = await response.json().catch(() => ({}));
  if (response.ok) return answer as Answer;
  const { code = 'internal', title = 'Berkas belum bisa dibaca.', errors } = answer;
  throw new Refusal(response.status, code, title, errors);
};
