import { QrCode } from '../../kit/charts/qr-code.tsx';
import { saveFile } from '../../kit/files/download-file.ts';

type Props = { readonly payload: string; readonly name: string };

const DOT = 8;
/** Room for the name below the code: in a gallery one code looks like another. */
const FOOT = 48;

const pictureOf = async ({ payload, name }: Props): Promise<Blob | null> => {
  const { encode } = await import('uqr');
  const dots = encode(payload, { ecc: 'M', border: 4 }).data;
  const side = dots.length * DOT;
  const canvas = document.createElement('canvas');
  canvas.width = side;
  canvas.height = side + FOOT;
  const pen = canvas.getContext('2d');
  if (!pen) return null;
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, side, side + FOOT);
  pen.fillStyle = '#000';
  for (const [y, row] of dots.entries())
    for (const [x, dark] of row.entries()) if (dark) pen.fillRect(x * DOT, y * DOT, DOT, DOT);
  pen.font = '24px sans-serif';
  pen.textAlign = 'center';
  pen.fillText(name, side / 2, side + FOOT / 2, side - 2 * DOT);
  return new Promise((done) => canvas.toBlob(done, 'image/png'));
};

const save = async (shop: Props): Promise<void> => {
  const picture = await pictureOf(shop);
  if (picture) saveFile(picture, `qris-${shop.name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.png`);
};

/**
 * The shop's own QRIS, drawn from its checked payload. It carries no amount: the buyer types it. Who pays from the very
 * phone that shows it can scan no screen of its own: the code is saved as a picture, which every wallet reads.
 */
export const QrisCode = (shop: Props) => (
  <>
    <QrCode text={shop.payload} label={`QRIS ${shop.name}`} class="qris" waiting="Memuat QRIS…" />
    <button class="line" type="button" onClick={() => void save(shop)}>
      Simpan gambar QRIS
    </button>
    <p class="small quiet">
      Bayar dari HP ini? Simpan gambarnya, lalu pilih dari galeri di aplikasi bank atau dompet Anda.
    </p>
  </>
);
