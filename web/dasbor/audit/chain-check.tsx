import { useEffect, useState } from 'preact/hooks';
import { Notice } from '../../kit/page.tsx';
import type { AskedCity } from '../opened.ts';
import { type Check, checkSentence, type Entry, holdTogether } from './words.ts';

type Props = { readonly asked: AskedCity; readonly items: readonly Entry[]; readonly filtered: boolean };

/**
 * How far the chain is whole: looked at in parts while the page is read, because a large city's has tens of thousands of acts.
 * Where only the page can be told, how its acts hang together.
 */
export const ChainCheck = ({ asked: { call, place }, items, filtered }: Props) => {
  const [check, setCheck] = useState<Check>();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let left = false;
    const look = async (): Promise<void> => {
      const found = await call('GET /cities/{city}/audit/check', { params: { city: place.code } });
      if (left) return;
      setCheck(found);
      if (found.flaw === null && found.checked < found.acts) await look();
    };
    look().catch(() => setFailed(!left));
    return () => {
      left = true;
    };
  }, [call, place.code]);
  if (check?.flaw || !(filtered || holdTogether(items)))
    return (
      <Notice
        wrong
        title={check?.flaw ? `Rantai putus di nomor ${check.flaw.seq}` : 'Jejak di halaman ini tidak bersambung'}
        text="Ada keputusan yang hilang atau diubah. Beri tahu pengelola Pasar Rata dan inspektorat."
      />
    );
  if (failed) return <p class="quiet">Rantai belum bisa diperiksa. Muat ulang halaman ini.</p>;
  return <p class="quiet">{check ? checkSentence(check) : 'Rantai keputusan sedang diperiksa.'}</p>;
};
