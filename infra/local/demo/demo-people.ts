import { provinceOf } from '../../../shared/domain/places/region.ts';
import type { DemoPerson } from '../people.ts';
import { adminOf, districtOfficerOf, fieldOfficerOf, inspectorateOf, mentorOf, type Scene } from './city.ts';
import { OPERATOR, provinceAdminOf } from './found.ts';
import { knownShops } from './shops/plan-shops.ts';
import { bankOfficers } from './stories/capital.ts';
import { HELPER, INVITED } from './stories/matters.ts';
import { RIDE_PERSON } from './stories/partners.ts';

const stories: Record<string, string> = {
  sari: 'Pemilik Dapur Bu Sari di Malang: pesanan baru, uang masuk, ulasan.',
  wati: 'Pemilik Anyaman Bu Wati di Malang, belum pernah menjual apa pun.',
  joko: 'Pemilik Batik Celaket Joko di Malang, laporannya pernah dibuka kembali oleh kota.',
  dewi: 'Mendaftarkan Kedai Dewi di Malang, masih menunggu verifikasi.',
  slamet: 'Pemilik Sewa Tenda Slamet di Malang, usahanya ditangguhkan kota.',
  yuni: 'Mendaftarkan Keripik Tempe Bu Yuni di Malang, dikembalikan dengan alasan.',
  agus: 'Pemilik Konveksi Agus di Surabaya, laris di antara dinas.',
  fitri: 'Pemilik Semanggi Bu Fitri di Surabaya, belum pernah menjual apa pun.',
  yusuf: 'Pemilik Keripik Pisang Yusuf di Bandar Lampung.',
};

/** Whom one can sign in as, the most telling first. */
export const demoPeopleOf = (scenes: readonly Scene[]): DemoPerson[] => {
  const malang = scenes.find(({ plan }) => plan.slug === 'malang');
  const office = malang?.offices[0];
  const owners = Object.entries(knownShops).flatMap(([id, { person, named }]) =>
    scenes.some(({ shops }) => shops.some((shop) => shop.id === id))
      ? [{ person, name: named.name, role: stories[person] ?? '' }]
      : [],
  );
  const cities = scenes.flatMap(({ plan, city }) => [
    {
      person: adminOf(plan),
      name: `Admin ${city.name}`,
      role: `Memverifikasi usaha dan melihat bulan di ${city.name}.`,
    },
    { person: mentorOf(plan), name: `Pendamping ${city.name}`, role: `Melatih dan mendampingi usaha di ${city.name}.` },
    { person: inspectorateOf(plan), name: `Inspektorat ${city.name}`, role: `Membaca semua yang dibaca ${city.name}.` },
    {
      person: fieldOfficerOf(plan),
      name: `Petugas Lapangan ${city.name}`,
      role: 'Mencatat kunjungan di HP, dengan atau tanpa sinyal.',
    },
    {
      person: districtOfficerOf(plan),
      name: `Petugas Kecamatan ${city.districts[0]?.name}`,
      role: `Mendatangi usaha di Kecamatan ${city.districts[0]?.name}, ${city.name}.`,
    },
  ]);
  const provinces = [...new Map(scenes.map(({ city }) => [provinceOf(city.cityCode), city.provinceName]))].map(
    ([code, name]) => ({
      person: provinceAdminOf(code),
      name: `Admin ${name}`,
      role: `Melihat kota-kota di ${name} berdampingan, tanpa nama usaha.`,
    }),
  );
  const ofOffice = office
    ? [
        { person: office.buyer, name: office.buyerName, role: `Memesan untuk ${office.name}.` },
        { person: office.approver, name: 'Ratna Dewanti', role: `Menyetujui pesanan ${office.name} (PPK).` },
        { person: office.treasurer, name: 'Teguh Prasetya', role: `Bendahara ${office.name}.` },
      ]
    : [];
  const banks = malang
    ? Object.values(bankOfficers).map((one) => ({
        ...one,
        role: 'Membaca dan menjawab permohonan modal yang izinnya berlaku.',
      }))
    : [];
  const buyers = malang
    ? [
        { person: 'rina', name: 'Rina Kusuma', role: 'Warga Malang dengan pesanan di setiap tahap.' },
        { person: 'hendra', name: 'Hendra Wijaya', role: 'ASN Kota Malang yang berbelanja dan membayar dengan QRIS.' },
        { ...RIDE_PERSON, role: 'Orang mitra Ojek Raya di Malang: perjanjian dan data bulanannya.' },
        { ...HELPER, role: 'Membantu Dapur Bu Sari menerima dan mengantar pesanan.' },
        { ...INVITED, role: 'Diundang membantu Dapur Bu Sari; undangannya menunggu jawaban.' },
      ]
    : [];
  const operator = {
    person: OPERATOR,
    name: 'Operator',
    role: 'Menyiapkan kota baru dan menunjuk admin kota pertama.',
  };
  return [
    ...owners.slice(0, 2),
    ...ofOffice,
    ...cities.slice(0, 3),
    ...buyers,
    ...banks,
    ...owners.slice(2),
    ...provinces,
    ...cities.slice(3),
    operator,
  ];
};
