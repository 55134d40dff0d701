import type { DemoPerson } from '../people.ts';

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** No script at all, and nothing from elsewhere. */
export const pageHeaders: Record<string, string> = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
};

export const page = (title: string, body: string): string => `<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – Pasar Rata</title>
<link rel="stylesheet" href="/masuk/gaya.css">
</head>
<body>
<main>
<h1>${title}</h1>
${body}
</main>
</body>
</html>
`;

/** Pick a person, no password: this page must never look like a real sign-in. */
export const signInPage = (action: string, people: readonly DemoPerson[]): string =>
  page(
    'Masuk sebagai siapa?',
    `<p class="note"><strong>Ini pasar contoh di komputer Anda.</strong> Semua orang di bawah ini rekaan; tidak ada kata sandi.</p>
<form method="post" action="${escapeHtml(action)}">
<ul>
${people
  .map(
    ({ person, name, role }) =>
      `<li><button name="person" value="${escapeHtml(person)}"><strong>${escapeHtml(name)}</strong><span>${escapeHtml(role)}</span></button></li>`,
  )
  .join('\n')}
</ul>
</form>`,
  );

export const signOutPage = (form: string): string =>
  page(
    'Keluar dari Pasar Rata?',
    `${form}
<p><button class="one" form="op.logoutForm" name="logout" value="yes">Ya, keluar</button></p>
<p><a href="/">Tetap masuk</a></p>`,
  );

export const style = `:root { color-scheme: light dark; --paper: #fbfaf6; --ink: #1c1b18; --dim: #5a574e; --blue: #1f3b73; --border: #8c887b; --hollow: #f1eee6; }
@media (prefers-color-scheme: dark) { :root { --paper: #15161a; --ink: #eceae3; --dim: #b9b5a9; --blue: #9db5ee; --border: #8c887b; --hollow: #1f2127; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/24px system-ui, sans-serif; }
main { max-width: 40rem; margin: 0 auto; padding: 24px 16px 48px; }
h1 { font-size: 28px; line-height: 36px; }
.note { padding: 12px 16px; background: var(--hollow); border-left: 4px solid var(--blue); }
ul { list-style: none; margin: 0; padding: 0; display: grid; gap: 8px; }
button { width: 100%; min-height: 48px; padding: 10px 16px; text-align: left; font: inherit; color: inherit; background: none; border: 1px solid var(--border); border-radius: 8px; cursor: pointer; }
button:hover { background: var(--hollow); }
button:focus-visible, a:focus-visible { outline: 3px solid var(--blue); outline-offset: 2px; }
button strong { display: block; color: var(--blue); }
button span { color: var(--dim); }
button.one { width: auto; }
a { color: var(--blue); }
`;
