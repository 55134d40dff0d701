import { ComplaintPlace } from '../../shared/domain/complaints/complaint.ts';
import { NewComplaint } from '../../shared/domain/complaints/new-complaint.ts';
import { Problem } from '../../shared/problem.ts';

/** The fields of the standard, as a complaint; what the market does not ask for is left out. */
export const complaintOf = (form: URLSearchParams): NewComplaint => {
  const name = [form.get('first_name'), form.get('last_name')].filter(Boolean).join(' ') || null;
  const phone = form.get('phone');
  const parsed = NewComplaint.safeParse({
    category: form.get('service_code'),
    text: form.get('description') ?? '',
    address: form.get('address_string') || null,
    reporter: name === null && !phone ? null : { name, phone: phone || null },
  });
  if (parsed.success) return parsed.data;
  const field: Record<string, string> = { category: 'service_code', text: 'description', address: 'address_string' };
  throw new Problem(
    'invalid_request',
    'Ada isian yang belum benar.',
    parsed.error.issues.map(({ path, message }) => {
      const name = String(path.at(-1));
      return { pointer: `/${field[name] ?? name}`, detail: message };
    }),
  );
};

const COORDINATE = /^-?\d{1,3}(\.\d{1,15})?$/;
/** A metre is enough to find it. */
const DIGITS = 5;
/** Where it is, in degrees: what most tools send instead of words. @throws Problem invalid_request */
export const placeOf = (form: URLSearchParams): ComplaintPlace | null => {
  const [lat, long] = [form.get('lat') ?? '', form.get('long') ?? ''];
  if (lat === '' && long === '') return null;
  const degrees = (text: string) => (COORDINATE.test(text) ? Number(Number(text).toFixed(DIGITS)) : Number.NaN);
  const place = ComplaintPlace.safeParse({ latitude: degrees(lat), longitude: degrees(long) });
  if (place.success) return place.data;
  throw new Problem('invalid_request', 'Letaknya tidak terbaca. Kirim lat dan long dalam derajat.', [
    { pointer: '/lat', detail: 'Misalnya lat -7.98 dan long 112.63.' },
  ]);
};

/** What a reader puts where bytes are no letter: the form was not written in UTF-8, as its media type is (WHATWG URL, 5.2). */
const REPLACEMENT = '\u{fffd}';
/** The fields of a form as they were sent. @throws Problem invalid_request where letters were lost */
export const formOf = (bytes: Uint8Array): URLSearchParams => {
  const form = new URLSearchParams(Buffer.from(bytes).toString('utf8'));
  const lost = [...form].find(([, value]) => value.includes(REPLACEMENT));
  if (!lost) return form;
  throw new Problem('invalid_request', 'Isian memuat huruf yang rusak. Kirim dalam UTF-8.', [
    { pointer: `/${lost[0]}`, detail: 'Huruf ini tidak terbaca sebagai UTF-8.' },
  ]);
};
