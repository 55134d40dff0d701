import { Refusal } from '../../entry/client.ts';

/** Fetches an issued paper as who is signed in and hands it to the browser as a file. */
export const downloadPdf = async (token: string, orderId: string, kind: string, name: string): Promise<void> => {
  const response = await fetch(`/api/orders/${orderId}/papers/${kind}/pdf`, {
    headers: { authorization: `Bearer ${token}` },
  }).catch(() => {
    throw new Refusal(0, 'unreachable', 'Tidak ada koneksi internet.');
  });
  if (!response.ok) {
    const { title } = (await response.json().catch(() => ({}))) as { title?: string };
    throw new Refusal(response.status, 'internal', title ?? 'Surat ini belum bisa dicetak. Coba lagi.');
  }
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = `${name}.pdf`;
  link.click();
  URL.revokeObjectURL(address);
};
