import { logoFile } from '../../../shared/domain/photos/sizes.ts';
import { sendFile } from '../../entry/send-file.ts';
import { chosenFiles } from '../../entry/upload.ts';
import { BothVersions, type Edit, useEdit } from '../../kit/desk/edit.tsx';
import { Form, Summary, TextField } from '../../kit/form.tsx';
import type { City } from '../../kit/places.ts';
import { ifUnchanged } from '../../kit/settings.tsx';
import type { AskedCity } from '../opened.ts';

/** A picture from this device, as it can stand on a page. */
const pictureOf = (file: File): Promise<string> =>
  new Promise((done) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result));
    reader.readAsDataURL(file);
  });

const Crest = ({ src, name }: { src: string; name: string }) => (
  <img class="crest" src={src} alt={name} width="96" height="96" />
);
const stored = (logo: string | undefined, name: string) =>
  logo ? <Crest src={logoFile(logo, 'letter')} name={name} /> : 'tanpa logo';

/** Another sign, or none. */
type Change = { readonly file: File; readonly picture: string } | undefined;
/**
 * The sign as it is edited: over the sign that was seen, whatever else of the city was saved since. Its settings stand on the
 * same page, and have one version with it.
 */
const useLogo = ({ call, place, session, again }: AskedCity, first: City): Edit<City, Change> => {
  const params = { city: place.code };
  const read = () => call('GET /cities/{city}/settings', { params });
  const edit: Edit<City, Change> = useEdit<City, Change>(first, read, async (change, version) => {
    const now = await read();
    const headers = ifUnchanged(now.logo === edit.current.logo ? now.version : version);
    if (change)
      await sendFile(session?.token ?? '', `/cities/${place.code}/logo`, change.file, change.file.type, headers);
    else await call('PATCH /cities/{city}', { params, body: { logo: null }, headers });
    const after = await read();
    again();
    return after;
  });
  return edit;
};

/** The city's sign, changed by itself: what is typed beside it is saved on its own. */
export const LogoForm = ({ asked, city: first }: { asked: AskedCity; city: City }) => {
  const { current: city, act, conflict, ...edit } = useLogo(asked, first);
  const put = async (form: HTMLFormElement) => {
    const [file] = chosenFiles(form, 'logo');
    if (file) await edit.save({ file, picture: await pictureOf(file) });
  };
  const [flaw] = act.refusal?.flaws ?? [];
  return (
    <Form onSubmit={put}>
      {act.refusal && <Summary refusal={act.refusal} />}
      {conflict && (
        <BothVersions
          fields={[
            [
              'Logo kota',
              conflict.mine ? <Crest src={conflict.mine.picture} name="Logo yang Anda pilih" /> : 'tanpa logo',
              stored(conflict.theirs.logo, 'Logo yang tersimpan sekarang'),
            ],
          ]}
          busy={act.busy}
          onMine={edit.keepMine}
          onTheirs={edit.takeTheirs}
        />
      )}
      {city.logo && <Crest src={logoFile(city.logo, 'letter')} name={`Logo ${city.name}`} />}
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
        <button class="line" type="button" disabled={act.busy} onClick={() => void edit.save(undefined)}>
          Hapus logo
        </button>
      )}
    </Form>
  );
};
