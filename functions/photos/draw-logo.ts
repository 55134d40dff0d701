import { type LogoSize, logoSizes } from '../../shared/domain/photos/sizes.ts';
import { unpacked } from './unpacked.ts';

/** A city's sign whole on a white square, in the sizes of letters and pages; nothing else of the file is kept. @throws Problem invalid_request */
export const drawLogo = async (bytes: Uint8Array): Promise<{ size: LogoSize; bytes: Uint8Array }[]> => {
  const { pixels } = await unpacked(bytes);
  return Promise.all(
    (Object.keys(logoSizes) as LogoSize[]).map(async (size) => {
      const side = logoSizes[size];
      const square = pixels().resize({ width: side, height: side, fit: 'contain', background: '#ffffff' });
      return { size, bytes: await square.jpeg({ quality: 85, mozjpeg: true }).toBuffer() };
    }),
  );
};
