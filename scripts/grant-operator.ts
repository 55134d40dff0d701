/*
 * TABLE_NAME=… npm run --silent grant-operator -- <person>
 *
 * Makes the first operator: somebody has to be there before anybody can be granted a role. `person` is the subject of
 * the identity provider (`sub` of the access token). Runs with your own AWS credentials; DYNAMODB_ENDPOINT names another
 * engine than AWS. Run again, it changes nothing.
 */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { documentClient } from '../functions/world.ts';
import { Advice, advise } from '../infra/local/advice.ts';
import { seatOperator } from '../infra/local/first-operator.ts';
import { Person } from '../shared/domain/people/caller.ts';

const asked = () => {
  const person = Person.safeParse(process.argv[2]);
  if (!person.success) throw new Advice('Tulis satu orang, misalnya: npm run --silent grant-operator -- b7f1c9e0-7a5b');
  const name = process.env['TABLE_NAME'];
  if (!name) throw new Advice('TABLE_NAME belum diisi: ambil dari keluaran tumpukan PasarRata-Storage.');
  return { person: person.data, name };
};

const grant = async (): Promise<string> => {
  const { person, name } = asked();
  const endpoint = process.env['DYNAMODB_ENDPOINT'];
  const client = documentClient(new DynamoDBClient(endpoint ? { endpoint } : {}));
  const pause = (attempt: number) => new Promise<void>((resolve) => setTimeout(resolve, 100 * attempt));
  const table = { client, name, pause };
  const seated = await seatOperator(table, person, new Date().toISOString());
  return seated ? `${person} sekarang operator.` : `${person} sudah operator.`;
};

await advise(async () => console.log(await grant()));
