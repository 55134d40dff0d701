type Detector = { readonly detect: (picture: ImageBitmap) => Promise<readonly { readonly rawValue: string }[]> };
type Browser = { readonly BarcodeDetector?: new (how: { formats: readonly string[] }) => Detector };

const reader = (): Detector | undefined => {
  const { BarcodeDetector } = globalThis as Browser;
  return BarcodeDetector && new BarcodeDetector({ formats: ['qr_code'] });
};

/** Whether this browser reads codes out of pictures: Chrome on Android does, and most who sell have that. */
export const canReadCodes = (): boolean => 'BarcodeDetector' in globalThis;

/** What the QR code in a picture says; undefined where there is none, or nothing that can be read. */
export const codeInPicture = async (file: Blob): Promise<string | undefined> => {
  try {
    const [found] = (await reader()?.detect(await createImageBitmap(file))) ?? [];
    return found?.rawValue;
  } catch {
    return undefined;
  }
};
