import { TextArea, TextField } from '../../kit/form.tsx';
import type { PartProps } from './draft.ts';

/** What is told of the maker, what was agreed, and whether offices may read what is needed. */
export const LastFields = ({ draft, change }: PartProps) => (
  <>
    <TextArea
      label="Cerita untuk halaman toko"
      name="story"
      rows={4}
      maxLength={1200}
      value={draft.story ?? ''}
      help="Boleh kosong. Siapa yang membuat, bagaimana, sejak kapan. Dikirim ke pemilik dulu; tampil hanya dengan izinnya."
      onInput={({ currentTarget }: { currentTarget: HTMLTextAreaElement }) => change({ story: currentTarget.value })}
    />
    <TextArea
      label="Janji setelah kunjungan"
      name="agreed"
      rows={2}
      maxLength={400}
      value={draft.agreed}
      onInput={({ currentTarget }: { currentTarget: HTMLTextAreaElement }) => change({ agreed: currentTarget.value })}
    />
    <TextField
      label="Diperiksa lagi"
      name="again"
      type="date"
      value={draft.again}
      onInput={({ currentTarget }: { currentTarget: HTMLInputElement }) => change({ again: currentTarget.value })}
    />
    <label class="check">
      <input
        type="checkbox"
        checked={draft.shared}
        onChange={({ currentTarget }) => change({ shared: currentTarget.checked })}
      />
      <span>Pemilik setuju kebutuhannya dibaca dinas yang akan membantu</span>
    </label>
  </>
);
