import { describe, expect, test } from 'vitest';
import { answerMissing } from '../../../functions/pages/missing.ts';

describe('the page for addresses that are none', () => {
  test('is the one that was written, with the status of a page that is none', async () => {
    let asked = 0;
    const get = async (key: string) => {
      asked += 1;
      return key === 'pages/404.html' ? { bytes: Buffer.from('<h1>Halaman ini tidak ada</h1>'), tag: '' } : undefined;
    };
    const answer = answerMissing(() => ({ get }));
    for (let again = 0; again < 3; again++)
      expect(await answer()).toMatchObject({ statusCode: 404, body: '<h1>Halaman ini tidak ada</h1>' });
    expect(asked).toBe(1);
  });

  test('says so in plain words before any page was written', async () => {
    const answer = answerMissing(() => ({ get: async () => undefined }));
    const { statusCode, headers, body } = await answer();
    expect(statusCode).toBe(404);
    expect(headers?.['content-type']).toContain('text/html');
    expect(body).toContain('Halaman ini tidak ada.');
  });
});
