import { type ParseArgsConfig, parseArgs } from 'node:util';
import { Advice } from '../infra/local/advice.ts';

/** The words after a command, with its options; an unknown one is answered by how the command is used. @throws Advice */
export const wordsAsked = <Options extends NonNullable<ParseArgsConfig['options']>>(
  usage: string,
  options: Options,
) => {
  try {
    return parseArgs({ allowPositionals: true, options });
  } catch {
    throw new Advice(usage);
  }
};

/** A city (35.73), a province (35) or the country (ID), as the commands that verify take it. */
export const isPlace = (word: string): boolean => /^(\d{2}\.\d{2}|\d{2}|ID)$/.test(word);
