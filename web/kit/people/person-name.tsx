import { TextField } from '../form.tsx';

/** Under every field for a name: who will read it. */
export const READ_BY = 'Boleh dikosongkan. Dibaca rekan di tempat ini dan inspektorat, tidak oleh umum.';

type Props = { readonly name: string; readonly flaw: string | undefined };
/** How colleagues will call somebody who is invited. */
export const PersonNameField = ({ name, flaw }: Props) => (
  <TextField label="Nama orangnya" name={name} help={READ_BY} maxLength={60} autocomplete="off" flaw={flaw} />
);
