import { lineRules } from '../demand/line-rules.ts';

/** What people eat, wear and take home, beside what offices buy: words that are goods and nothing else. */
const everyday =
  'abon acar ampok apem arem asin ayam bakar bakpao bakpia bakso bakwan balado bandeng basah batagor batik bawang bebek belut biji ' +
  'blangkon bothok brem brownies bubuk bubur buntil camilan campur cendol cenil cilok cincau cireng cumi dawet dodol donat dompet dupa ' +
  'emping es gado gamis geprek gethuk getuk gobet goreng gudeg gula gulai gurame hijab ikan intip jadah jagung jahe jamu jenang jeruk ' +
  'kacang kambing kaos karak kebaya kecap keciput kendang kering keripik kerudung kerupuk ketan ketupat klepon kletik kolak kopi koyor ' +
  'krecek kripik krupuk kue kulit kupat lapis lauk lele lemang lemper lidah lodeh lontong lupis lumpia madu madumongso mangga manis ' +
  'manisan martabak mendoan mete mi mie miniatur minuman molen mukena nagasari nangka nasi nastar oleh olesan oncom onde opak opor oseng ' +
  'pais pala pastel peci pecel pedas pempek pentol pepes pisang pleret putu rajut rawon rempah rempeyek rendang rengginang ricarica ' +
  'risoles roti rujak sabun sagu salak sambal sambel sandal santan sapi sarung sate sawut semprong selendang serabi serundeng siomay ' +
  'singkong sirup songket soto srikaya stik sukun tahu tape tas telur tempe tempeyek tenun teri terasi tiwul tongkol topeng tumpang ' +
  'tumpeng ubi udang udeng urap usus wajik wader wayang wedang wingko';

/** Words of goods: those by which plans are sorted, and those of every day. */
const ofGoods: ReadonlySet<string> = new Set([
  ...lineRules.flatMap(([category, rule]) => (category === null ? [] : rule.split(/[^a-z]+/))),
  ...everyday.split(' '),
]);

/** Whether every word of a folded text is one of goods. */
export const namesGoods = (plain: string): boolean =>
  plain.split(' ').every((word) => word !== '' && ofGoods.has(word));
