import { day } from '../../shared/domain/basics/wording.ts';
import type { Certificate } from '../../shared/domain/programmes/certificate.ts';
import { bytesOf, FOOT, LEFT, WIDTH } from '../print/pdf-paper.ts';
import { drawQr } from '../print/qr.ts';
import { newTagged, ruled, say } from '../print/tagged-page.ts';

const QR = 96;

/** A certificate as a page to hang up; the QR leads to where it is checked. */
export const certificatePdf = async (certificate: Certificate, site: string): Promise<Uint8Array> => {
  const { code, shop, title, issuer, issuedAt } = certificate;
  const page = await newTagged(`Sertifikat ${title}, ${shop}`, issuedAt);
  const centred = { align: 'center' } as const;
  let y = say(page, issuer, LEFT, 90, { ...centred, size: 12 });
  ruled(page, y + 10);
  y = say(page, 'SERTIFIKAT', LEFT, y + 50, { ...centred, size: 28, strong: true, as: 'H1' });
  y = say(page, 'diberikan kepada', LEFT, y + 24, { ...centred, size: 12 });
  y = say(page, shop, LEFT, y + 10, { ...centred, size: 20, strong: true });
  y = say(page, 'yang telah mengikuti program', LEFT, y + 24, { ...centred, size: 12 });
  y = say(page, title, LEFT, y + 10, { ...centred, size: 16, strong: true });
  say(page, day(issuedAt), LEFT, y + 24, { ...centred, size: 12 });
  const address = `${site}/cek/sertifikat/${code}`;
  const top = FOOT - QR - 8;
  drawQr(page, address, { x: LEFT, y: top, side: QR });
  const look = { size: 9, width: WIDTH - QR - 12 };
  const under = say(page, `Periksa keaslian: ${address}`, LEFT + QR + 12, top + 30, look);
  say(
    page,
    'Halaman itu memeriksa tanda tangan digital dan apakah sertifikat masih berlaku.',
    LEFT + QR + 12,
    under,
    look,
  );
  page.part.end();
  return bytesOf(page.doc);
};
