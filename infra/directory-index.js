// Viewer request of the site's behaviour: a folder's page is its index.html, as on the local server.
// CloudFront Functions know neither modules nor TypeScript, so this file is deployed as it stands.
// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it by name.
function handler(event) {
  const request = event.request;
  // The pages of one person are one page: what is shown is decided in the browser.
  const first = request.uri.split('/')[1];
  if (/^(keranjang|pesanan|toko-saya|jual|kantor|akun|cek)$/.test(first)) {
    request.uri = '/pribadi/index.html';
    return request;
  }
  const last = request.uri.split('/').pop();
  if (last === '') request.uri += 'index.html';
  else if (!last.includes('.')) request.uri += '/index.html';
  return request;
}
