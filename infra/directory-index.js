// Viewer request of the site's behaviour: a folder's page is its index.html, as on the local server.
// CloudFront Functions know neither modules nor TypeScript, so this file is deployed as it stands.
// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it by name.
function handler(event) {
  const request = event.request;
  const last = request.uri.split('/').pop();
  if (last === '') request.uri += 'index.html';
  else if (!last.includes('.')) request.uri += '/index.html';
  return request;
}
