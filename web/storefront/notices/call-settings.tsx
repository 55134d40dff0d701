import { useEffect, useState } from 'preact/hooks';
import type { Output } from '../../../shared/contract.ts';
import type { Call } from '../../entry/client.ts';
import { useAct } from '../../kit/act.ts';
import { filled, Summary, TextField } from '../../kit/form.tsx';
import { ifUnchanged } from '../../kit/settings.tsx';
import { callable, subscribe, subscribedHere, unsubscribe } from './subscribe.ts';

export type Settings = Output<'GET /me/notice-settings'>;
type Devices = Output<'GET /me/devices'>['items'];
type Kind = keyof Settings['push'];

const kindNames: Readonly<Record<Kind, string>> = {
  orders: 'Pesanan',
  payments: 'Uang',
  papers: 'Surat',
  reviews: 'Ulasan',
  register: 'Pendaftaran toko',
  disputes: 'Masalah dan keberatan',
};

const why = {
  blocked: 'Pemberitahuan dari Pasar Rata dimatikan di HP ini. Nyalakan di setelan Chrome, lalu muat ulang.',
  missing: 'HP ini belum bisa memberi tahu. Buka halaman ini untuk melihat kabar, atau pakai Chrome.',
} as const;

/** Whether this very browser calls, for what, and when it keeps quiet. */
export const CallSettings = ({ call, first, devices }: { call: Call; first: Settings; devices: Devices }) => {
  const [here, setHere] = useState<string | undefined>(undefined);
  const [known, setKnown] = useState(devices);
  const [version, setVersion] = useState(first.version);
  const [saved, setSaved] = useState(false);
  const [quiet, setQuiet] = useState(first.quiet !== null);
  const act = useAct();
  const can = callable();
  useEffect(() => {
    void subscribedHere(call, devices).then(setHere, () => undefined);
  }, []);
  const turnOn = () =>
    act.run(async () => {
      const device = await subscribe(call, first.publicKey);
      setHere(device.deviceId);
      setKnown([...known.filter(({ deviceId }) => deviceId !== device.deviceId), device]);
    });
  const turnOff = (deviceId: string) =>
    act.run(async () => {
      await call('DELETE /me/devices/{deviceId}', { params: { deviceId } });
      if (deviceId === here) {
        await unsubscribe();
        setHere(undefined);
      }
      setKnown(known.filter((one) => one.deviceId !== deviceId));
    });
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    const given = filled(event.currentTarget as HTMLFormElement);
    void act.run(async () => {
      const push = Object.fromEntries(Object.keys(kindNames).map((kind) => [kind, kind in given])) as Settings['push'];
      const body = { push, quiet: quiet ? { from: given['from'] ?? '21:00', to: given['to'] ?? '05:00' } : null };
      const headers = ifUnchanged(version);
      const after = await call('PUT /me/notice-settings', { body, headers });
      setVersion(after.version);
      setSaved(true);
    });
  };
  const others = known.filter(({ deviceId }) => deviceId !== here);
  return (
    <section class="block calls">
      <h2>Pemberitahuan</h2>
      {act.refusal && <Summary refusal={act.refusal} />}
      <p class="small quiet">Hanya tertulis seperti “Ada pesanan baru”: tanpa nama, tanpa jumlah uang.</p>
      {can !== 'yes' && <p>{why[can]}</p>}
      {can === 'yes' && !here && (
        <button class="button" type="button" disabled={act.busy} onClick={turnOn}>
          Beri tahu saya di HP ini
        </button>
      )}
      {here && (
        <p class="sum">
          <span>Menyala di HP ini.</span>
          <button class="link" type="button" disabled={act.busy} onClick={() => turnOff(here)}>
            Matikan
          </button>
        </p>
      )}
      {others.map(({ deviceId, name }) => (
        <p class="sum" key={deviceId}>
          <span>
            Menyala di <bdi>{name ?? 'perangkat lain'}</bdi>.
          </span>
          <button class="link" type="button" disabled={act.busy} onClick={() => turnOff(deviceId)}>
            Matikan<span class="away"> di {name ?? 'perangkat lain'}</span>
          </button>
        </p>
      ))}
      <details>
        <summary>Atur pemberitahuan</summary>
        <form onSubmit={save} onChange={() => setSaved(false)}>
          <fieldset>
            <legend>Beri tahu saya tentang</legend>
            {(Object.keys(kindNames) as Kind[]).map((kind) => (
              <label class="check" key={kind}>
                <input type="checkbox" name={kind} defaultChecked={first.push[kind]} />
                {kindNames[kind]}
              </label>
            ))}
          </fieldset>
          <fieldset>
            <legend>Jam tenang</legend>
            <label class="check">
              <input
                type="checkbox"
                name="quiet"
                defaultChecked={first.quiet !== null}
                onChange={(event) => setQuiet(event.currentTarget.checked)}
              />
              Jangan bunyikan HP pada jam ini
            </label>
            {quiet && (
              <div class="pair">
                <TextField label="Dari" name="from" type="time" value={first.quiet?.from ?? '21:00'} required />
                <TextField label="Sampai" name="to" type="time" value={first.quiet?.to ?? '05:00'} required />
              </div>
            )}
          </fieldset>
          <button class="button" type="submit" disabled={act.busy}>
            Simpan
          </button>
          <p role="status">{saved && 'Tersimpan.'}</p>
        </form>
      </details>
    </section>
  );
};
