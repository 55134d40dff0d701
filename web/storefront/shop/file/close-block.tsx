import type { Output } from '../../../../shared/contract.ts';
import { CLOSING } from '../../../../shared/domain/register/closing-terms.ts';
import type { Call } from '../../../entry/client.ts';
import { useAct } from '../../../kit/act.ts';
import { Form, Summary } from '../../../kit/form.tsx';
import { TypedWord, typedWord } from '../../../kit/typed-word.tsx';

type Props = {
  readonly call: Call;
  readonly file: Output<'GET /merchants/{merchantId}/file'>;
  readonly onDone: () => void;
};
/** Closes the shop for good, and lets its last owner go. */
export const CloseBlock = ({ call, file: { merchantId, closedAt }, onDone }: Props) => {
  const act = useAct();
  const close = (form: HTMLFormElement) =>
    act.run(async () => {
      await call('POST /merchants/{merchantId}/close', {
        params: { merchantId },
        body: { confirm: typedWord(form) as typeof CLOSING },
      });
      onDone();
    });
  const leave = () => {
    if (!confirm('Lepaskan peran ini? Toko tidak bisa dibuka lagi tanpa pemilik.')) return;
    void act.run(async () => {
      const { person } = await call('GET /me');
      await call('DELETE /scopes/{scope}/members/{person}', { params: { scope: `merchant:${merchantId}`, person } });
      location.assign('/akun/');
    });
  };
  return (
    <details id="tutup-toko" open={closedAt !== undefined}>
      <summary>
        <span>Tutup toko untuk seterusnya</span>
      </summary>
      {act.refusal && <Summary refusal={act.refusal} />}
      {closedAt === undefined ? (
        <Form onSubmit={close}>
          <p>
            Barang tidak tampil lagi dan pesanan tidak bisa masuk. Selesaikan dulu semua pesanan dan uang pembeli.
            Penjualan yang sudah ada tetap di catatan kota.
          </p>
          <TypedWord word={CLOSING} to="menutup" refusal={act.refusal} />
          <button class="line" type="submit" disabled={act.busy}>
            Tutup toko ini
          </button>
        </Form>
      ) : (
        <>
          <p>
            Selama Anda masih pemiliknya, kota bisa membukanya lagi bila Anda minta. Bila sudah selesai, lepaskan peran
            Anda.
          </p>
          <button class="line" type="button" disabled={act.busy} onClick={leave}>
            Lepaskan peran saya
          </button>
        </>
      )}
    </details>
  );
};
