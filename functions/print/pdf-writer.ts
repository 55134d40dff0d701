import * as pdfkit from 'pdfkit';
import Helvetica from 'pdfkit/standard-fonts/Helvetica';
import HelveticaBold from 'pdfkit/standard-fonts/HelveticaBold';

/*
 * A writer is imported when it is first needed (`await import`), and lies in a file of its own beside a bundle
 * (infra/bundling/files-apart.ts): it weighs more than all the rest of its function, and most requests write nothing.
 */

type Register = (...fonts: unknown[]) => void;

// The bundle takes pdfkit's build without file access (infra/bundling/bundle.ts), which is told its fonts; the other finds them itself.
(pdfkit as { registerStdFonts?: Register }).registerStdFonts?.(Helvetica, HelveticaBold);

export const PDFDocument = pdfkit.default;
