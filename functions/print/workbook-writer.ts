import writer from 'write-excel-file/node';

/** Imported when it is first needed, as pdf-writer.ts is. */
export const writeExcelFile = writer;
