import type { StatementFile } from '../../../shared/contract/papers/statements.ts';
import type { Download } from '../../../shared/contract/route/download.ts';
import type { Statement } from '../../../shared/domain/payments/statement.ts';
import { expectOwnMerchant } from '../../http/access.ts';
import { endpoint } from '../../http/endpoint.ts';
import { recordTaking } from '../../http/helper-record.ts';
import { statementOf } from './read-statement.ts';
import { statementPdf } from './statement-pdf.ts';
import { statementCsv, statementXlsx } from './statement-sheet.ts';

const writers: Record<
  StatementFile,
  readonly [type: string, write: (statement: Statement) => Promise<Uint8Array> | Uint8Array]
> = {
  'rekening-koran.pdf': ['application/pdf', statementPdf],
  'rekening-koran.xlsx': ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', statementXlsx],
  'rekening-koran.csv': ['text/csv; charset=utf-8', statementCsv],
};

export const printStatement = endpoint(
  'GET /merchants/{merchantId}/statements/{month}/{file}',
  async ({ params, caller }, world): Promise<Download> => {
    const { merchantId, month, file } = params;
    const statement = await statementOf(world, await expectOwnMerchant(world, caller, merchantId), month);
    const [type, write] = writers[file];
    const bytes = await write(statement);
    await recordTaking(world, caller, { merchantId, operation: 'print-statement' });
    return { name: file.replace('.', `-${month}.`), type, bytes };
  },
);
