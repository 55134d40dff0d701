import * as pdfkit from 'pdfkit';
import Helvetica from 'pdfkit/standard-fonts/Helvetica';
import HelveticaBold from 'pdfkit/standard-fonts/HelveticaBold';

type Register = (...fonts: unknown[]) => void;

/**
 * Every reader of PDF has these two, so no font travels with the file. The bundle takes pdfkit's build without file
 * access (infra/bundle.ts), which is told its fonts; the other build finds them itself.
 */
export const TEXT = 'Helvetica';
export const STRONG = 'Helvetica-Bold';
(pdfkit as { registerStdFonts?: Register }).registerStdFonts?.(Helvetica, HelveticaBold);
