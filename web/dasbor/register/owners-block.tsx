import { dateTime } from '../../../shared/domain/basics/wording.ts';
import { useAct } from '../../kit/act.ts';
import { ConfirmDialog } from '../../kit/desk/confirm-dialog.tsx';
import { Summary } from '../../kit/form.tsx';
import type { AskedCity } from '../opened.ts';
import type { File } from './words.ts';

/** Accounts that a helper called in as the owner: until the city has seen one, it says nothing of money. */
export const OwnersBlock = ({ asked: { call, place, again }, file }: { asked: AskedCity; file: File }) => {
  const act = useAct();
  const { merchantId, ownerName, unconfirmedOwners = [] } = file;
  if (unconfirmedOwners.length === 0) return null;
  const confirmed = (person: string) =>
    act.run(async () => {
      await call('POST /merchants/{merchantId}/owners/{person}/confirm', { params: { merchantId, person } });
      again();
    });
  return (
    <section aria-labelledby="pemilik-belum-pasti">
      <h2 id="pemilik-belum-pasti">Pemilik belum dipastikan</h2>
      <p>
        Akun ini diajak pendamping sebagai pemilik. Sebelum dipastikan, akun ini tidak bisa mengganti rekening dan QRIS
        atau menutup toko. Lihat KTP <bdi>{ownerName}</bdi>, dan minta dibukakan halaman Akun di HP-nya.
      </p>
      {act.refusal && <Summary refusal={act.refusal} />}
      <ul class="plain">
        {unconfirmedOwners.map(({ person, since }) => (
          <li key={person}>
            Nomor akun <b>{person}</b>, sejak {dateTime(since, place.city.zone)}
            <ConfirmDialog
              name="Pastikan pemilik"
              text={`Pemilik akun ${person} sudah Anda lihat KTP-nya, dan nomor akun di HP-nya sama. Ia lalu bisa menentukan ke mana uang pembeli masuk.`}
              disabled={act.busy}
              onSend={() => confirmed(person)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
};
