import type { Category } from '../basics/category.ts';

/**
 * What words of a plan's line mean. The rule whose words stand first in a line decides, of two that begin at one place the
 * longer: a line names first what it buys, then for whom and where. `null` is something no shop of the market sells. The words
 * are as `plainWords` writes them; `…` stands for at most three words. Words after `^` count only where a line begins with them,
 * words of buying aside: `Pengadaan batik` buys batik, `Pengolahan limbah batik` does not.
 */
export const lineRules: readonly (readonly [Category | null, string])[] = [
  // Building, planning, people, bills: first in a line they say that what follows is no purchase of goods.
  [
    null,
    'rehab|rehabilitasi|pembangunan|renovasi|revitalisasi|pengaspalan|paving|pavingisasi|drainase|saluran|konstruksi',
  ],
  [null, 'pekerjaan|peningkatan jalan|pengecatan|jembatan|irigasi|penataan|jalan lingkungan|pemasangan|instalasi'],
  [
    null,
    'konsultansi|konsultan|konsultasi|jasa konsult[a-z]*|perencanaan|ded|kajian|penyusunan|pengawasan|monitoring|evaluasi',
  ],
  [null, 'honor|honorarium|upah|gaji|insentif|tenaga|jasa tenaga|petugas|narasumber|juri|jasa juri|lembur|uang'],
  [null, 'pelatihan|bimtek|kursus|diklat|workshop|lokakarya|penyuluhan|sosialisasi|pendampingan|pembinaan|seminar'],
  [null, 'perjalanan|transport|transportasi|akomodasi|tiket|hotel|paket meeting|fullday|full day|fullboard|full board'],
  [
    null,
    'tagihan|rekening|langganan|iuran|asuransi|premi|jaminan|pajak|bea|pembayaran|hibah|lisensi|pengiriman|bantuan transport[a-z]*',
  ],
  [
    null,
    'bibit|benih|pupuk|pestisida|pakan|ternak|obat|vaksin|alat kesehatan|alkes|kedokteran|laboratorium|uji|kalibrasi',
  ],
  [
    null,
    'bbm|bahan bakar|solar|pertamax|pelumas|oli|suku cadang|komponen|isi tabung|bahan kimia|bahan komputer|tinta|toner',
  ],
  [
    null,
    'modal|mesin|komputer|laptop|printer|server|cctv|lampu|internet|aplikasi|genset|traktor|pompa|alat listrik|kursi roda',
  ],
  [
    null,
    'benda pos|materai|meterai|perlengkapan dinas|perlengkapan pendukung|audit|sertifikasi|survei|survey|pengolahan sampah',
  ],
  [
    null,
    'sarana dan prasarana|barang untuk dijual|membatik|tata boga|cetak biru|buku (?:perpustakaan|bacaan|pelajaran|teks)',
  ],
  [
    null,
    'makan(?:an)? (?:ternak|hewan|ikan)|kendaraan|mobil|motor|ambulan[a-z]*|pengaman|rambu|pagar|makam|jas hujan|sepatu (?:boot|boots|bot|safety)|limbah|tanah',
  ],

  // Services, and what of them no small shop does.
  ['services', 'sewa|penyewaan|jasa sewa|belanja sewa'],
  [
    null,
    '(?:belanja )?sewa … (?:gedung|bangunan|hotel|ruang|ruangan|tanah|lahan|rumah|alat besar|alat berat|traktor|tractor|pompa)',
  ],
  [null, '(?:belanja )?sewa … (?:aplikasi|server|hosting|bandwidth|internet|alat peraga|alat angkutan apung|komputer)'],
  ['services', 'pemeliharaan|perawatan|perbaikan|servis|reparasi|penggantian suku cadang|jasa pemeliharaan'],
  [
    null,
    '(?:pemeliharaan|perawatan|perbaikan) … (?:gedung|bangunan|jalan|jembatan|taman|saluran|drainase|irigasi|makam|lampu|pju|atap|pagar|aplikasi|website|jaringan)',
  ],
  [
    'services',
    'jasa (?:penyelenggaraan|event|eo|dekorasi|dokumentasi|cuci|pencucian|laundry|rias|tata rias|jahit|penjahit|foto|fotografi)',
  ],
  [
    'services',
    'jasa (?:video|videografi|shooting|iklan|reklame|kebersihan|pembersihan|cleaning|bengkel|sablon|salon|servis|perbaikan)',
  ],
  [
    'services',
    'laundry|cuci|pencucian|pembersihan|tata rias|dekorasi|dokumentasi|event organizer|penyelenggaraan acara|sound system',
  ],
  [
    'services',
    '(?:produksi|pembuatan) (?:video|film|konten)|tambal ban|potong rambut|ongkos jahit|jahit (?:seragam|pakaian|baju)',
  ],

  // Food.
  [
    'meeting-food',
    'mamin|makan|makanan|minum|minuman|konsumsi|snack|kudapan|nasi kotak|nasi bungkus|katering|prasmanan|sarapan|lunch',
  ],
  [
    'meeting-food',
    'jasa boga|boga|jamuan|extra (?:fooding|food|puding)|tumpeng|makanan tambahan|pmt|coffee break|rehat kopi|nasi',
  ],
  ['culinary', 'makanan (?:khas|ringan|olahan|kering)|kue|kukis|keripik|kripik|jajan|jajanan|roti|biskuit|camilan'],
  [
    'culinary',
    'cemilan|abon|sambal|air mineral|minuman (?:kemasan|herbal)|dodol|manisan|^ (?:kopi|teh|susu|madu|sirup|kuliner|kacang)',
  ],
  [
    'daily-needs',
    'sembako|sembilan bahan pokok|bahan (?:makan|makanan|pokok|pangan|natura)|kebutuhan pokok|minyak goreng',
  ],
  ['daily-needs', '^ (?:beras|telur|minyak|gula|tepung|sayur|sayuran|daging|buah buahan|ikan segar)'],
  ['daily-needs', 'natura|air minum … galon|galon|elpiji|lpg|bantuan pangan'],
  [null, 'natura dan pakan natura dan pakan'],
  [
    'daily-needs',
    'sabun|deterjen|tisu|tissue|pengharum|pembersih|bahan pembersih|(?:alat|bahan|peralatan) … (?:kebersihan|pembersih)|perabot kantor|sapu',
  ],

  // What people wear.
  [
    'batik',
    '^ (?:batik|lurik|tenun)|udeng … batik|(?:kain|baju|pakaian|seragam|kemeja|busana|sarung|selendang|hem|pdh) … (?:batik|lurik|tenun)',
  ],
  [
    'uniforms',
    'seragam|kain seragam|baju seragam|pdh|pdl|pdu|psl|psr|psh|wearpack|rompi|almamater|jas almamater|toga|atribut|jas',
  ],
  [
    'uniforms',
    'pakaian (?:dinas|kerja|sipil|korpri|olahraga|lapangan|teknik|penyelamatan|paskibra[a-z]*|pelatihan|seragam|atlet|khusus|pelindung)',
  ],
  ['uniforms', '(?:baju|kemeja|kaos|sepatu|topi) (?:dinas|kerja|seragam|olahraga|lapangan|pdl|pdh|korpri|kader)'],
  [
    'school-shoes',
    'sepatu … (?:sekolah|siswa|pelajar|murid|anak|peserta didik|sd|smp|paud|tk)|tas (?:dan )?sepatu … (?:sekolah|siswa)|sepatu sekolah',
  ],
  [
    'fashion',
    'pakaian|baju|kemeja|kaos|jaket|jilbab|kerudung|hijab|mukena|sarung|kostum|busana|topi|gamis|tas|sepatu|sandal|koko|selendang',
  ],

  // What is given, put up, printed.
  [
    'souvenirs',
    'suvenir|plakat|piala|trofi|tropi|trophy|medali|vandel|bingkisan|hampers|parsel|oleh oleh|tumbler|goodie bag|goody bag',
  ],
  [
    'souvenirs',
    'seminar kit|gantungan kunci|cetak (?:plakat|vandel|piala|medali)|tas (?:seminar|peserta|kegiatan)|penghargaan|kenang kenangan',
  ],
  [
    'crafts',
    'mebel|meja|kursi|lemari|almari|rak|filing|filling cabinet|bangku|anyaman|sofa|dipan|^ (?:kerajinan|kriya|rotan|bambu|gerabah|ukiran)',
  ],
  [
    'crafts',
    'modal … (?:mebel|meja|kursi|lemari|rak|alat penyimpan perlengkapan kantor)|alat penyimpan perlengkapan kantor|pembuatan (?:lemari|meja|rak)',
  ],
  [
    'printing',
    'cetak|cetakan|percetakan|pencetakan|penggandaan|pengadaan penggandaan|fotokopi|jilid|penjilidan|spanduk|banner|baliho|umbul|umbul umbul',
  ],
  [
    'printing',
    'backdrop|leaflet|brosur|poster|pamflet|flyer|stiker|undangan|kalender|blangko|blanko|formulir|sertifikat|piagam|id card|kop surat',
  ],
  [
    'printing',
    'amplop|map|atk|alat tulis|kertas|buku|buletin|booklet|sablon|neon box|plang|papan nama|bahan cetak|stempel|dus arsip',
  ],
];
