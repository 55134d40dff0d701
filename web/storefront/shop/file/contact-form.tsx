import { useState } from 'preact/hooks';
import type { Output } from '../../../../shared/contract.ts';
import { phone } from '../../../../shared/domain/basics/wording.ts';
import type { Call } from '../../../entry/client.ts';
import { useAct } from '../../../kit/act.ts';
import { Summary } from '../../../kit/form.tsx';

type File = Output<'GET /merchants/{merchantId}/file'>;
type Props = { readonly call: Call; readonly file: File; readonly onDone: () => void };

/** Whether everybody may see the shop's number: asked at registration, and changed here at any time. */
export const ContactForm = ({ call, file, onDone }: Props) => {
  const [said, setSaid] = useState('');
  const act = useAct();
  const shown = file.phoneShown ?? false;
  const set = (phoneShown: boolean) =>
    act.run(async () => {
      const params = { merchantId: file.merchantId };
      await call('PATCH /merchants/{merchantId}', { params, body: { phoneShown } });
      setSaid(phoneShown ? 'Nomor Anda tampil di halaman toko.' : 'Nomor Anda tidak tampil lagi.');
      onDone();
    });
  return (
    <section id="nomor">
      <h2>Nomor WhatsApp toko</h2>
      {act.refusal && <Summary refusal={act.refusal} />}
      <p>
        {phone(file.phone)}: {shown ? 'tampil untuk semua orang.' : 'hanya untuk dinas dan pembeli yang memesan.'}
      </p>
      <button class="line" type="button" disabled={act.busy} onClick={() => set(!shown)}>
        {shown ? 'Sembunyikan nomor' : 'Tampilkan nomor ke pembeli'}
      </button>
      <p role="status" class="small">
        {said}
      </p>
    </section>
  );
};
