// Viewer request of the site's behaviour, as on the local server: which file an address is. Pages written ahead lie below
// /pages/, where their function can touch no script; shared/domain/pages/address.ts says the same.
// CloudFront Functions know neither modules nor TypeScript, so this file is deployed as it stands.
// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it by name.
function handler(event) {
  const request = event.request;
  const uri = request.uri;
  const first = uri.split('/')[1];
  // Addresses of former releases: a list or a product of a city, and the Dasbor's figures of a month.
  const asked = request.querystring || {};
  if (uri === '/' && (asked.kota || asked.barang)) {
    const words = Object.keys(asked).map((name) => `${name}=${asked[name].value}`);
    return { statusCode: 302, headers: { location: { value: `/cari/?${words.join('&')}` } } };
  }
  if (first === 'console') {
    const words = Object.keys(asked).map((name) => `${name}=${asked[name].value}`);
    const to = words.length > 0 ? `/dasbor/rekap?${words.join('&')}` : '/dasbor/';
    return { statusCode: 302, headers: { location: { value: to } } };
  }
  // The Dasbor is one page, the pages of one person are another, the cart a third: what is shown is decided in the browser.
  if (first === 'dasbor') {
    request.uri = '/dasbor/index.html';
    return request;
  }
  if (/^(pesanan|toko-saya|jual|kantor|akun|kabar|kunjungan|cek)$/.test(first)) {
    request.uri = '/pribadi/index.html';
    return request;
  }
  if (first === 'keranjang') {
    request.uri = '/keranjang/index.html';
    return request;
  }
  const last = uri.split('/').pop();
  if (/^(assets|bantuan|cari|pribadi|photos)$/.test(first)) {
    if (last === '') request.uri += 'index.html';
    else if (!last.includes('.')) request.uri += '/index.html';
    return request;
  }
  if (first === last && last.includes('.') && !/^(sitemap\.xml|robots\.txt|404\.html)$/.test(last)) return request;
  const byId = /^\/([a-z0-9-]+)\/(barang|cerita)\/(?:[a-z0-9-]*-)?([0-9a-z]{26})\/?$/.exec(uri);
  if (byId) request.uri = `/pages/${byId[1]}/${byId[2]}/${byId[3]}.html`;
  else if (last === '') request.uri = `/pages${uri}index.html`;
  else if (last.includes('.')) request.uri = `/pages${uri}`;
  else request.uri = `/pages${uri}/index.html`;
  return request;
}
