import { Advice, advise } from '../infra/local/advice.ts';
import type { Replayed } from '../infra/local/dead-letters.ts';
import { localFolder } from '../infra/local/folder.ts';
import { askMarket } from '../infra/local/lock.ts';

// npm run redrive
await advise(async () => {
  const answer = await askMarket(process.env.LOCAL_FOLDER ?? localFolder, 'redrive');
  if (answer === undefined)
    throw new Advice(
      'Pasar tidak sedang berjalan: jalankan npm start dulu, lalu ulangi perintah ini. / ' +
        'The market is not running: run npm start first, then this command again.',
    );
  const { taken, left } = answer as Replayed;
  console.log(
    `${taken} catatan diproses ulang, ${left} masih gagal. / ${taken} records taken again, ${left} still failing.`,
  );
  if (left > 0) process.exitCode = 1;
});
