import { day } from '../basics/wording.ts';
import type { TrainingSession } from './series.ts';

type Invited = {
  readonly shop: string;
  readonly title: string;
  readonly session: TrainingSession;
  readonly address: string;
};

/** What an officer sends by WhatsApp to who has a seat. */
export const invitationText = ({ shop, title, session, address }: Invited): string =>
  `Selamat, ${shop} mendapat kursi di program ${title}. Pertemuan pertama ${day(session.day)} pukul ` +
  `${session.from.replace(':', '.')} di ${session.place}. Jadwal, materi, dan kode hadir ada di ${address}. ` +
  'Bila berhalangan, lepaskan kursi di halaman itu supaya usaha lain dapat ikut.';
