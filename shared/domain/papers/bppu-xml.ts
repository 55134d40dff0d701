import { type Bppu, bppuRow, placeOfBusiness } from './bppu.ts';

const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };
/** Text for XML 1.0: marks written as entities, characters that XML does not know left out. */
const escaped = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 has no place for them
    .replace(/[^\u0009\u000a\u000d\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"']/g, (mark) => marks[mark] as string);

const element = (name: string, value: string | number): string => `<${name}>${escaped(String(value))}</${name}>`;

const slipXml = (slip: Bppu, withholderTin: string): string => {
  const row = bppuRow(slip, withholderTin);
  return [
    '    <Bpu>',
    ...[
      element('TaxPeriodMonth', row[0] as number),
      element('TaxPeriodYear', row[1] as number),
      element('CounterpartTin', slip.counterpartTin),
      element('IDPlaceOfBusinessActivityOfIncomeRecipient', placeOfBusiness(slip.counterpartTin)),
      element('TaxCertificate', slip.facility),
      element('TaxObjectCode', slip.objectCode),
      element('TaxBase', slip.baseRupiah),
      element('Rate', slip.rate),
      element('Document', slip.document),
      element('DocumentNumber', slip.documentNumber),
      element('DocumentDate', slip.documentDate),
      element('IDPlaceOfBusinessActivity', placeOfBusiness(withholderTin)),
      element('GovTreasurerOpt', row[12] as string),
      slip.sp2dNumber === null ? '<SP2DNumber xsi:nil="true"/>' : element('SP2DNumber', slip.sp2dNumber),
      element('WithholdingDate', slip.withheldOn),
    ].map((text) => `      ${text}`),
    '    </Bpu>',
  ].join('\n');
};

/** The slips as Coretax takes them: BpuBulk with the withholder's tax number and a list. */
export const bppuXml = (slips: readonly Bppu[], withholderTin: string): string =>
  [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<BpuBulk xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `  ${element('TIN', withholderTin)}`,
    '  <ListOfBpu>',
    ...slips.map((slip) => slipXml(slip, withholderTin)),
    '  </ListOfBpu>',
    '</BpuBulk>',
    '',
  ].join('\n');
