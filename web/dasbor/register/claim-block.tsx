import { useState } from 'preact/hooks';
import { dateTime, whatsApp } from '../../../shared/domain/basics/wording.ts';
import { useAct } from '../../kit/act.ts';
import { ConfirmDialog } from '../../kit/desk/confirm-dialog.tsx';
import { Summary } from '../../kit/form.tsx';
import type { AskedCity } from '../opened.ts';
import type { File } from './words.ts';

/** The token stands behind a #, so that no server and no log on the way sees it. */
const linkOf = (scope: string, token: string): string =>
  `${location.origin}/akun/undangan#${new URLSearchParams({ tempat: scope, kunci: token })}`;

/** The link by which the owner of a shop that the city entered takes it: shown once, to be handed over. */
export const ClaimBlock = ({ asked: { call, place }, file }: { asked: AskedCity; file: File }) => {
  const act = useAct();
  const [made, setMade] = useState<{ link: string; until: string }>();
  const { imported, merchantId, name, ownerName, phone } = file;
  if (!imported || imported.claimedAt) return null;
  const make = () =>
    act.run(async () => {
      const { scope, token, expiresAt } = await call('POST /merchants/{merchantId}/claim-link', {
        params: { merchantId },
      });
      setMade({ link: linkOf(scope, token), until: expiresAt });
    });
  return (
    <section aria-labelledby="pemilik-usaha">
      <h2 id="pemilik-usaha">Belum ada pemiliknya</h2>
      <p>Usaha ini dari daftar kota. Buat tautan, lalu berikan kepada {ownerName} setelah melihat KTP-nya.</p>
      {act.refusal && <Summary refusal={act.refusal} />}
      {made ? (
        <div role="status">
          <p>Berlaku sekali, sampai {dateTime(made.until, place.city.zone)}. Tidak ditampilkan lagi.</p>
          <input class="control" aria-label="Tautan pemilik" readOnly value={made.link} />
          <div class="acts">
            <a
              class="button"
              rel="noopener"
              href={whatsApp(
                `Halo ${ownerName}, usaha ${name} sudah didaftarkan kota di Pasar Rata. Buka tautan ini untuk mengambilnya: ${made.link}`,
                phone,
              )}
            >
              Kirim lewat WhatsApp
            </a>
          </div>
        </div>
      ) : (
        <ConfirmDialog
          name="Buat tautan pemilik"
          text="Siapa pun yang membuka tautan ini menjadi pemilik usaha. Tautan yang dibuat sebelumnya tidak berlaku lagi."
          disabled={act.busy}
          onSend={make}
        />
      )}
    </section>
  );
};
