import type { Output } from '../../../shared/contract.ts';

export type Entry = Output<'GET /cities/{city}/register'>['items'][number];
export type File = Output<'GET /merchants/{merchantId}/file'>;
export type Field = File['reasons'][number]['field'];

/** What is checked of an application, by the names of its form. */
export const fieldNames: Readonly<Record<Field, string>> = {
  name: 'Nama usaha',
  ownerName: 'Nama pemilik',
  nik: 'NIK',
  npwp: 'NPWP',
  nib: 'NIB',
  phone: 'Nomor HP',
  account: 'Rekening',
  district: 'Kecamatan',
  village: 'Kelurahan atau desa',
  address: 'Alamat',
  category: 'Jenis usaha',
};

export const likenesses: Readonly<Record<NonNullable<File['sameAs']>[number]['by'][number], string>> = {
  identity: 'nomor identitas sama',
  phone: 'nomor HP sama',
  'name-and-address': 'nama dan alamat sama',
  address: 'alamat sama',
  'similar-name': 'nama mirip',
};
