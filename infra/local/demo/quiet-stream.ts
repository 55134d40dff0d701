import { DescribeTableCommand, UpdateTableCommand } from '@aws-sdk/client-dynamodb';
import type { Table } from '../../../shared/table/engine/table.ts';

type Sends = { send: (command: unknown) => Promise<unknown> };

/**
 * Builds with the table's stream switched off, and on again afterwards. A year that was made up is no news to hand to
 * the stream's consumers; and the embedded engine reads every record of its stream with every write (dynoxide 1.2.1),
 * so that the fifty thousandth write would take fifty times as long as the first.
 */
export const withoutStream = async <T>(table: Table, work: () => Promise<T>): Promise<T> => {
  const client = table.client as unknown as Sends;
  const described = (await client.send(new DescribeTableCommand({ TableName: table.name }))) as {
    Table?: { StreamSpecification?: { StreamEnabled?: boolean } };
  };
  if (!described.Table?.StreamSpecification?.StreamEnabled) return work();
  const turn = (StreamSpecification: { StreamEnabled: boolean; StreamViewType?: 'NEW_AND_OLD_IMAGES' }) =>
    client.send(new UpdateTableCommand({ TableName: table.name, StreamSpecification }));
  await turn({ StreamEnabled: false });
  try {
    return await work();
  } finally {
    await turn({ StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' });
  }
};
