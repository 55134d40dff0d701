import { Advice, advise } from '../infra/local/advice.ts';
import { localFolder } from '../infra/local/folder.ts';
import { demoPeople } from '../infra/local/people.ts';
import { knownKeys, signToken } from '../infra/local/sign-in/tokens.ts';

/** Another folder is for tests. */
const folder = process.env.LOCAL_FOLDER ?? localFolder;

// npm run --silent token -- <person>
await advise(async () => {
  const person = process.argv[2];
  const people = await demoPeople(folder);
  const list = people.map((one) => one.person).join(', ');
  if (!person || !people.some((one) => one.person === person))
    throw new Advice(
      `${person ? `"${person}" tidak dikenal` : 'Sebutkan orangnya'}; pilih salah satu: ${list}. / ` +
        `${person ? 'Unknown person' : 'Name a person'}; choose one of: ${list}.`,
    );
  const keys = await knownKeys(folder);
  if (!keys)
    throw new Advice(
      'Kunci belum ada: jalankan "npm start" sekali dulu. / There is no key yet: run "npm start" once first.',
    );
  console.log(await signToken(keys, person));
});
