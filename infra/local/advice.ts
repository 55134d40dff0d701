/** A failure that the person at the keyboard can mend: its sentence is printed alone, without a stack. */
export class Advice extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.name = 'Advice';
  }
}

const full =
  'Ruang disk habis: hapus berkas yang tidak dipakai, lalu ulangi. / The disk is full: free some room and try again.';
const closed = (path: string) =>
  `${path} tidak bisa ditulis: pindahkan pasar ke folder milik Anda, atau ubah izinnya. / ` +
  `${path} cannot be written: move the market to a folder of yours, or change its permissions.`;

/** What the disk refuses is the keyboard's to mend; everything else comes back as it was. */
export const adviceOf = (error: unknown): unknown => {
  const { code = '', path = 'Folder .local', message = '' } = error as Partial<NodeJS.ErrnoException>;
  if (['ENOSPC', 'EDQUOT'].includes(code) || /disk is full|no space left/i.test(message)) return new Advice(full);
  if (['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST'].includes(code)) return new Advice(closed(path));
  return error;
};

/** Runs a command of the terminal: an Advice becomes its sentence and exit code 1, anything else is a fault. */
export const advise = async (work: () => Promise<void>): Promise<void> => {
  try {
    await work();
  } catch (error) {
    const advice = adviceOf(error);
    if (!(advice instanceof Advice)) throw error;
    process.stderr.write(`${advice.message}\n`);
    process.exitCode = 1;
  }
};
