import { useState } from 'preact/hooks';
import type { Output } from '../../../shared/contract.ts';
import { typedNumber } from '../../../shared/domain/basics/typed/typed-number.ts';
import { day, monthName, rupiah } from '../../../shared/domain/basics/wording.ts';
import type { Call } from '../../entry/client.ts';
import { chosenFiles, uploadProofPhoto } from '../../entry/upload.ts';
import { useAct } from '../../kit/act.ts';
import { BottomBar } from '../../kit/bottom-bar.tsx';
import { Form, filled, flawAt, SelectField, Summary, TextField } from '../../kit/form.tsx';
import { Main } from '../../kit/page.tsx';
import { PageTop } from '../../kit/page-top.tsx';

type Servant = Output<'GET /me/civil-servant'>;
type City = { readonly cityCode: string; readonly name: string };
const stateNames: Record<Servant['proofs'][number]['state'], string> = {
  waiting: 'menunggu diperiksa',
  accepted: 'diterima',
  refused: 'ditolak',
};

/** The number is sent once and kept as a hash alone: this page says so before it is typed. */
const Join = ({ call, cities, onJoined }: { call: Call; cities: readonly City[]; onJoined: () => Promise<void> }) => {
  const act = useAct();
  const send = (form: HTMLFormElement) => {
    const { kota: cityCode = '', nip = '' } = filled(form);
    return act.run(async () => {
      await call('PUT /me/civil-servant', { body: { cityCode, nip } });
      await onJoined();
    });
  };
  return (
    <>
      <p>
        Bergabung supaya belanja Anda ke usaha kecil dihitung untuk dinas Anda. Kota hanya melihat jumlah orang per
        dinas; apa yang Anda beli tidak terlihat. NIP disimpan teracak.
      </p>
      {act.refusal && <Summary refusal={act.refusal} />}
      <Form onSubmit={send}>
        <SelectField
          label="Pemerintah kota"
          name="kota"
          choices={cities.map(({ cityCode, name }) => [cityCode, name] as const)}
          flaw={flawAt(act.refusal, '/cityCode')}
        />
        <TextField
          label="NIP"
          name="nip"
          inputMode="numeric"
          autocomplete="off"
          maxLength={24}
          required
          help="18 angka. Bisa dicoba 5 kali sehari."
          flaw={flawAt(act.refusal, '/nip')}
        />
        <button class="button" type="submit" disabled={act.busy}>
          {act.busy ? 'Memeriksa…' : 'Gabung'}
        </button>
      </Form>
    </>
  );
};

type SendProps = { readonly call: Call; readonly token: string; readonly onSent: () => Promise<void> };
const SendProof = ({ call, token, onSent }: SendProps) => {
  const act = useAct();
  const send = (form: HTMLFormElement) => {
    const { toko: shopName = '', nomor: receiptNumber, jumlah, tanggal: boughtOn = '' } = filled(form);
    return act.run(async () => {
      const [file] = chosenFiles(form);
      const photoId = file ? await uploadProofPhoto(token, file) : '';
      const body = {
        photoId,
        shopName,
        rupiah: typedNumber(jumlah),
        boughtOn,
        ...(receiptNumber ? { receiptNumber } : {}),
      };
      await call('POST /me/purchase-proofs', { body });
      form.reset();
      await onSent();
    });
  };
  return (
    <section class="block" aria-labelledby="kirim-bukti">
      <h2 id="kirim-bukti">Belanja di usaha yang belum ada di sini?</h2>
      <p class="small quiet">Kirim foto struknya. Kota memeriksanya, lalu Anda terhitung bulan itu.</p>
      {act.refusal && <Summary refusal={act.refusal} />}
      <Form onSubmit={send}>
        <TextField
          label="Foto struk"
          name="photo"
          type="file"
          accept="image/*"
          required
          flaw={flawAt(act.refusal, '/photo') ?? flawAt(act.refusal, '/photoId')}
        />
        <TextField label="Nama usaha" name="toko" maxLength={80} required flaw={flawAt(act.refusal, '/shopName')} />
        <TextField
          label="Nomor struk (kosong bila tidak ada)"
          name="nomor"
          maxLength={40}
          flaw={flawAt(act.refusal, '/receiptNumber')}
        />
        <TextField
          label="Jumlah (Rp)"
          name="jumlah"
          inputMode="numeric"
          required
          flaw={flawAt(act.refusal, '/rupiah')}
        />
        <TextField label="Tanggal" name="tanggal" type="date" required flaw={flawAt(act.refusal, '/boughtOn')} />
        <button class="button" type="submit" disabled={act.busy}>
          {act.busy ? 'Mengirim…' : 'Kirim bukti'}
        </button>
      </Form>
    </section>
  );
};

const Proofs = ({ proofs }: Pick<Servant, 'proofs'>) =>
  proofs.length === 0 ? null : (
    <section class="block" aria-labelledby="bukti-saya">
      <h2 id="bukti-saya">Bukti yang Anda kirim</h2>
      <ul class="rows">
        {proofs.map(({ proofId, shopName, rupiah: paid, boughtOn, state, decision }) => (
          <li key={proofId}>
            <b>
              <bdi>{shopName}</bdi>, {rupiah(paid)}
            </b>{' '}
            <span class="quiet">
              {day(boughtOn)} · {stateNames[state]}
              {decision?.reason && `: ${decision.reason}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );

const monthSentence = ({ month, tookPart, goalPercent }: Servant): string => {
  if (month === null) return '';
  const goal = goalPercent === null ? '' : ` Target kota: ${goalPercent}% ASN tiap dinas.`;
  return tookPart
    ? `Anda sudah terhitung belanja pada ${monthName(month)}.${goal}`
    : `Anda belum terhitung belanja pada ${monthName(month)}.${goal}`;
};

type Props = { readonly call: Call; readonly token: string; readonly first: Servant; readonly cities: readonly City[] };
/** A civil servant joins, sees whether the month counts them, and shows what they bought where the market is not. */
export const CivilServantPage = ({ call, token, first, cities }: Props) => {
  const [servant, setServant] = useState(first);
  const again = async () => setServant(await call('GET /me/civil-servant'));
  return (
    <>
      <PageTop title="Belanja ASN" back="/akun/" />
      <Main>
        {servant.office === null ? (
          <Join call={call} cities={cities} onJoined={again} />
        ) : (
          <>
            <h2>
              <bdi>{servant.office.name}</bdi>
            </h2>
            <p role="status">{monthSentence(servant)}</p>
            <p class="small quiet">
              Belanja lewat pasar ini terhitung sendiri setelah diterima dan lunas. Isinya tidak terlihat dinas.
            </p>
            <SendProof call={call} token={token} onSent={again} />
          </>
        )}
        <Proofs proofs={servant.proofs} />
      </Main>
      <BottomBar at="akun" />
    </>
  );
};
