/** A failure that the person at the keyboard can mend: its sentence is printed alone, without a stack. */
export class Advice extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.name = 'Advice';
  }
}

/** Runs a command of the terminal: an Advice becomes its sentence and exit code 1, anything else is a fault. */
export const advise = async (work: () => Promise<void>): Promise<void> => {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Advice)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
};
