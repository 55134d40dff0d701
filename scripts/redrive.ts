/*
 * npm run redrive
 * npm run redrive -- <DeadLettersUrl>
 *
 * Does again what could not be done. Without a word: the records that one machine gave up, while its market runs. With the
 * address of a context's queue (an output of its stack): its dead letters on AWS, by the AWS CLI with your own credentials
 * and region. What goes through is gone from the queue, what fails again stays; the exit code says whether any did.
 */
import { awsCli } from '../infra/dead-letters/aws-cli.ts';
import { type Redriven, redrive } from '../infra/dead-letters/redrive.ts';
import { Advice, advise } from '../infra/local/advice.ts';
import { localFolder } from '../infra/local/folder.ts';
import { askMarket } from '../infra/local/lock.ts';

const onThisMachine = async (): Promise<Redriven> => {
  const answer = await askMarket(process.env.LOCAL_FOLDER ?? localFolder, 'redrive');
  if (answer === undefined)
    throw new Advice(
      'Pasar tidak sedang berjalan: jalankan npm start dulu, lalu ulangi perintah ini. / ' +
        'The market is not running: run npm start first, then this command again.',
    );
  return answer as Redriven;
};

const onAws = (queueUrl: string): Promise<Redriven> => {
  if (!/^https:\/\/\S+\/\d+\/\S+$/.test(queueUrl))
    throw new Advice(
      `${queueUrl} bukan alamat antrean: ambil DeadLettersUrl dari keluaran tumpukan. / ` +
        `${queueUrl} is no queue's address: take DeadLettersUrl from the outputs of a stack.`,
    );
  return redrive(awsCli, queueUrl, (line) => console.error(line));
};

await advise(async () => {
  const [queueUrl] = process.argv.slice(2);
  const { taken, left } = queueUrl === undefined ? await onThisMachine() : await onAws(queueUrl);
  console.log(
    `${taken} catatan diproses ulang, ${left} masih gagal. / ${taken} records taken again, ${left} still failing.`,
  );
  if (left > 0) process.exitCode = 1;
});
