import { encode } from 'jpeg-js';
import type { Market } from './market.ts';

/** A market, and who runs a city of it. */
type Town = Market & { readonly adminOf: (city: string) => string };

let made = 0;
/** A number nobody of the test has yet. */
export const newNip = (): string => {
  made += 1;
  const birth = `19${70 + (made % 20)}0${1 + (Math.floor(made / 20) % 9)}15`;
  return `${birth}200501${1 + (made % 2)}${String(made % 1000).padStart(3, '0')}`;
};

const known = new Map<string, string>();
/** The number of a person, on the list of an office: by its id, or by its name. */
export const lists = async (town: Town, city: string, person: string, office: string): Promise<string> => {
  const nip = known.get(`${city} ${person}`) ?? newNip();
  known.set(`${city} ${person}`, nip);
  const name = office.startsWith('agc_')
    ? (await town.as()('GET /agencies/{agencyId}', { params: { agencyId: office } })).name
    : office;
  const asked = {
    params: { city },
    query: { mode: 'all' },
    headers: { 'content-type': 'text/csv' },
    rawBody: `NIP;NAMA;UNIT KERJA\n${nip};Nama Rahasia;${name}\n`,
  };
  const { status, body } = await town.ask('POST /cities/{city}/civil-servants/import', town.adminOf(city), asked);
  if (status !== 200 || (body as { flawCount: number }).flawCount > 0) throw new Error(JSON.stringify(body));
  return nip;
};
/** The same, and the person has joined by it. */
export const joins = async (town: Town, city: string, person: string, office: string): Promise<string> => {
  const nip = await lists(town, city, person, office);
  await town.as(person)('PUT /me/civil-servant', { body: { cityCode: city, nip } });
  return nip;
};

/** A picture of a receipt; each is another one, unless it is asked for by its number. */
export const receiptPhoto = (picture = newPicture()) => {
  const width = 64 + (picture % 400);
  const { data } = encode({ width, height: 64 + Math.floor(picture / 400), data: grey(width, picture) }, 60);
  return { rawBody: Buffer.from(data).toString('latin1'), headers: { 'content-type': 'image/jpeg' } };
};
let pictures = 0;
const newPicture = (): number => {
  pictures += 1;
  return pictures;
};
const grey = (width: number, picture: number) => new Uint8Array(width * (64 + Math.floor(picture / 400)) * 4).fill(128);

type Shot = { readonly quality?: number; readonly width?: number; readonly brighter?: number };
/** A receipt with lines of its own, as a camera or a messenger packs it. */
export const receiptShot = (receipt: number, { quality = 70, width = 240, brighter = 0 }: Shot = {}) => {
  const height = Math.round(width * 1.6);
  const data = new Uint8Array(width * height * 4).fill(255);
  for (let at = 0; at < width * height; at++) {
    const [x, y] = [(at % width) / width, Math.floor(at / width) / height];
    const line = Math.floor(y * 20);
    // Lines of print of a length that is the receipt's own, on grey paper that a hand shades.
    const long = 0.15 + (((receipt * 7_919 + line * 104_729) % 1_000) / 1_000) * 0.8;
    const ink = line % 2 === 1 && x > 0.06 && x < long;
    data.fill(Math.min(255, (ink ? 60 : 200 - Math.round(30 * x * y)) + brighter), at * 4, at * 4 + 3);
  }
  const { data: packed } = encode({ width, height, data }, quality);
  return { rawBody: Buffer.from(packed).toString('latin1'), headers: { 'content-type': 'image/jpeg' } };
};

/** Sends a picture and answers its name, and what the market said. */
export const photographs = async (town: Town, person: string, picture?: number) => {
  const { status, body } = await town.ask('POST /me/purchase-proof-photos', person, receiptPhoto(picture));
  return { status, ...(body as unknown as { photoId: string; code?: string }) };
};
/** A proof that nobody has sent yet, with its picture. */
export const proofOf = async (town: Town, person: string) => {
  const { photoId } = await photographs(town, person);
  const boughtOn = town.world.now().slice(0, 10);
  return { photoId, shopName: 'Warung Mak Sum', receiptNumber: `A-${photoId.slice(0, 12)}`, rupiah: 25_000, boughtOn };
};
