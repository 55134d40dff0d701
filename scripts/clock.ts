import { advise } from '../infra/local/advice.ts';
import { moveClock } from '../infra/local/clock.ts';
import { localFolder } from '../infra/local/folder.ts';

// npm run clock -- 2026-12-01T00:10+07:00
await advise(async () => {
  const now = await moveClock(process.env.LOCAL_FOLDER ?? localFolder, process.argv[2]);
  console.log(`Jam pasar sekarang ${now}. / The market's clock is now ${now}.`);
});
