/** Where and to whom goods go, as a person writes it; kept on the device so that the next order needs no typing. */
export type Delivery = {
  readonly name: string;
  readonly phone: string;
  readonly street: string;
  readonly rt?: string | undefined;
  readonly rw?: string | undefined;
  readonly village?: string | undefined;
  readonly district: string;
  readonly landmark?: string | undefined;
  /** Of an office: which room, and when somebody is there to receive. */
  readonly room?: string | undefined;
  readonly hours?: string | undefined;
};

const KEY = 'alamat';

export const savedDelivery = (): Partial<Delivery> => {
  try {
    return (JSON.parse(localStorage.getItem(KEY) ?? 'null') as Delivery | null) ?? {};
  } catch {
    return {};
  }
};
export const saveDelivery = (delivery: Partial<Delivery>): void => {
  try {
    localStorage.setItem(KEY, JSON.stringify(delivery));
  } catch {}
};

/** `Jl. Kawi 2, RT 3/RW 5, Kel. Kauman`: one line, as a courier reads it. */
export const addressLine = ({ street, rt, rw, village }: Pick<Delivery, 'street' | 'rt' | 'rw' | 'village'>): string =>
  [street, [rt && `RT ${rt}`, rw && `RW ${rw}`].filter(Boolean).join('/'), village && `Kel. ${village}`]
    .filter(Boolean)
    .join(', ');

/** `pagar hijau · Jam terima 08.00–15.00`: what helps who brings it. */
export const noteOf = ({ landmark, hours }: Pick<Partial<Delivery>, 'landmark' | 'hours'>): string =>
  [landmark, hours && `Jam terima ${hours}`].filter(Boolean).join(' · ');
