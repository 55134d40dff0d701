import { logoFile } from '../../../shared/domain/photos/sizes.ts';
import { sendFile } from '../../entry/send-file.ts';
import { chosenFiles } from '../../entry/upload.ts';
import { useAct } from '../../kit/act.ts';
import { Form, Summary, TextField } from '../../kit/form.tsx';
import type { City } from '../../kit/places.ts';
import type { AskedCity } from '../opened.ts';

/** The city's sign, changed by itself: what is typed beside it is saved on its own. */
export const LogoForm = ({ asked: { call, place, session, again }, city }: { asked: AskedCity; city: City }) => {
  const act = useAct();
  const put = (form: HTMLFormElement) =>
    act.run(async () => {
      const [file] = chosenFiles(form, 'logo');
      if (!file || !session) return;
      await sendFile(session.token, `/cities/${place.code}/logo`, file, file.type);
      again();
    });
  const remove = () =>
    act.run(async () => {
      await call('PATCH /cities/{city}', { params: { city: place.code }, body: { logo: null } });
      again();
    });
  const [flaw] = act.refusal?.flaws ?? [];
  return (
    <Form onSubmit={put}>
      {act.refusal && <Summary refusal={act.refusal} />}
      {city.logo && (
        <img class="crest" src={logoFile(city.logo, 'letter')} alt={`Logo ${city.name}`} width="96" height="96" />
      )}
      <TextField
        label="Logo kota"
        name="logo"
        type="file"
        accept="image/png,image/jpeg,image/webp"
        help="Tampil di kepala halaman kota dan di kop surat. PNG atau JPEG, paling besar 2 MB. Surat yang sudah terbit tidak berubah."
        required
        flaw={flaw?.detail}
      />
      <button class="button line" type="submit" disabled={act.busy}>
        {act.busy ? 'Mengirim…' : city.logo ? 'Ganti logo' : 'Pasang logo'}
      </button>
      {city.logo && (
        <button class="line" type="button" disabled={act.busy} onClick={remove}>
          Hapus logo
        </button>
      )}
    </Form>
  );
};
