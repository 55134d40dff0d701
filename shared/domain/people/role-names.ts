/** What each role is called by those who hold it. */
export const roleNames: Readonly<Record<string, string>> = {
  owner: 'pemilik',
  staff: 'karyawan',
  buyer: 'pemesan',
  approver: 'PPK',
  treasurer: 'bendahara',
  'city-admin': 'admin kota',
  inspectorate: 'inspektorat',
  mentor: 'pendamping',
  'district-officer': 'petugas kecamatan',
  'bank-officer': 'petugas bank',
  'field-officer': 'petugas lapangan',
  'province-admin': 'admin provinsi',
  partner: 'mitra',
  operator: 'operator',
};
