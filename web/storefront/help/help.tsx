import { render } from 'preact';
import { whatsApp } from '../../../shared/domain/basics/wording.ts';
import { client } from '../../entry/client.ts';
import { bePatient } from '../../entry/patient.ts';
import { lastCity } from '../../kit/address.ts';
import { BottomBar } from '../../kit/bottom-bar.tsx';
import { findArticles } from './find-articles.ts';

/* A page of help is read as it came; this adds the search, the office of one's own city, and the bar at the foot. */

bePatient();

const menu = document.getElementById('menu');
if (menu) render(<BottomBar />, menu);

const box = document.getElementById('cari');
const form = box?.querySelector('form');
const links = [...document.querySelectorAll<HTMLAnchorElement>('#topik a')];
const none = document.getElementById('tidak-ada');

const search = (wanted: string): void => {
  const found = findArticles(
    wanted,
    links.map(({ dataset }) => dataset['words'] ?? ''),
  );
  for (const [index, link] of links.entries()) if (link.parentElement) link.parentElement.hidden = !found[index];
  if (none) none.textContent = found.includes(true) ? '' : 'Belum ada bantuan tentang itu. Hubungi dinas kota Anda.';
};
if (box && form) {
  box.hidden = false;
  form.addEventListener('input', () => search(String(new FormData(form).get('cari') ?? '')));
  form.addEventListener('submit', (event) => event.preventDefault());
}

const showOffice = async (): Promise<void> => {
  const code = lastCity();
  const place = document.getElementById('dinas');
  if (!code || !place) return;
  const { name, helpPhone } = await client('/api')('GET /cities/{city}', { params: { city: code } });
  if (!helpPhone) return;
  const text = `Halo, saya perlu bantuan tentang ${document.querySelector('h1')?.textContent ?? 'Pasar Rata'}.`;
  place.replaceChildren();
  render(
    <>
      <h2>Masih bingung?</h2>
      <p>
        <a class="button" href={whatsApp(text, helpPhone)} rel="noopener noreferrer">
          WhatsApp dinas {name}
        </a>
      </p>
    </>,
    place,
  );
};
await showOffice().catch(() => undefined);
