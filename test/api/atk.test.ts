import { test } from 'vitest';
import { allCityCodes, cityBody } from '../infra/regions.ts';
test('sizes', async () => {
  let most = 0, mostPretty = 0; const over: string[] = [];
  for (const c of await allCityCodes()) { const b = await cityBody(c); const n = JSON.stringify(b).length, p = Buffer.byteLength(JSON.stringify(b, null, 2)); most=Math.max(most,n); mostPretty=Math.max(mostPretty,p); if (p>65536) over.push(c+' '+p); }
  console.log(most, mostPretty, over);
}, 120000);
