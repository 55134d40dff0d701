/*
 * TABLE_NAME=… npm run --silent grant-operator -- <person>
 *
 * Makes the first operator: somebody has to be there before anybody can be granted a role. `person` is the subject of
 * the identity provider (`sub` of the access token). Runs with your own AWS credentials; DYNAMODB_ENDPOINT names another
 * engine than AWS. Run again, it changes nothing.
 */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { documentClient } from '../functions/world.ts';
import { type Membership, Person } from '../shared/domain/people/caller.ts';
import { commit } from '../shared/table/engine/writes.ts';
import { getMembership } from '../shared/table/people/memberships.ts';
import { takeSeat } from '../shared/table/people/seats.ts';

class Mistake extends Error {}

const asked = () => {
  const person = Person.safeParse(process.argv[2]);
  if (!person.success)
    throw new Mistake('Tulis satu orang, misalnya: npm run --silent grant-operator -- b7f1c9e0-7a5b');
  const name = process.env['TABLE_NAME'];
  if (!name) throw new Mistake('TABLE_NAME belum diisi: ambil dari keluaran tumpukan PasarRata-Storage.');
  return { person: person.data, name };
};

const grant = async (): Promise<string> => {
  const { person, name } = asked();
  const endpoint = process.env['DYNAMODB_ENDPOINT'];
  const client = documentClient(new DynamoDBClient(endpoint ? { endpoint } : {}));
  const pause = (attempt: number) => new Promise<void>((resolve) => setTimeout(resolve, 100 * attempt));
  const table = { client, name, pause };
  if (await getMembership(table, person, 'country')) return `${person} sudah operator.`;
  const membership: Membership = {
    person,
    scope: 'country',
    role: 'operator',
    city: null,
    name: 'Indonesia',
    grantedBy: person,
    grantedAt: new Date().toISOString(),
    version: 1,
  };
  await commit(table, takeSeat(membership));
  return `${person} sekarang operator.`;
};

try {
  console.log(await grant());
} catch (error) {
  if (!(error instanceof Mistake)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
