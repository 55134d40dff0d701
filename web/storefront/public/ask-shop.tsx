import { whatsApp } from '../../../shared/domain/basics/wording.ts';
import type { City } from '../../kit/places.ts';
import type { Shop } from './page.ts';

/** Asks the shop where it consented to be asked, and the city's office where it did not. */
export const AskShop = ({ city, shop, about }: { city: City; shop: Shop; about: string }) =>
  shop.phone ? (
    <a
      class="button line"
      href={whatsApp(`Halo ${shop.name}, saya mau bertanya tentang ${about}.`, shop.phone)}
      target="_blank"
      rel="noopener noreferrer"
    >
      Tanya penjual lewat WhatsApp
    </a>
  ) : city.helpPhone ? (
    <a
      class="button line"
      href={whatsApp(`Halo, saya mau bertanya tentang ${about} dari ${shop.name}.`, city.helpPhone)}
      target="_blank"
      rel="noopener noreferrer"
    >
      Tanya lewat WhatsApp dinas
    </a>
  ) : (
    <p class="small quiet">Penjual ini belum membuka nomor WhatsApp. Pertanyaan bisa ditulis di catatan pesanan.</p>
  );
