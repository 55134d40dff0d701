import { useEffect, useRef, useState } from 'preact/hooks';
import { whatsApp } from '../../../shared/domain/basics/wording.ts';
import {
  type Met,
  metWords,
  type Need,
  needWords,
  type Obstacle,
  obstacleWords,
} from '../../../shared/domain/visits/words.ts';
import { VISITS } from '../../entry/me.ts';
import { Form, TextArea, TextField } from '../../kit/form.tsx';
import { Main } from '../../kit/page.tsx';
import { PageTop } from '../../kit/page-top.tsx';
import { bodyOf, type Draft, emptyDraft, MOST_NEEDS, missingIn, type PartProps } from './draft.ts';
import { LastFields } from './last-fields.tsx';
import type { Kept, Taken } from './phone-store.ts';
import { PhotoField } from './photo-field.tsx';
import { PlaceField } from './place-field.tsx';
import { useRecord } from './use-record.ts';

const begin = (person: string, visit: Taken): Kept => ({
  instanceId: `uuid:${crypto.randomUUID()}`,
  visitId: visit.visitId,
  person,
  visit,
  name: visit.name,
  day: visit.day,
  openedAt: new Date().toISOString(),
  stored: false,
  refused: null,
  pictures: [],
  draft: emptyDraft,
  body: null,
  sentAt: null,
});

const Head = ({ visit }: { visit: Taken }) => {
  const { address, phone, place } = visit.shop;
  const where = place ? `${place.latitude},${place.longitude}` : address;
  const hello = `Selamat siang, ${visit.name}. Saya ${visit.visitorName} dari pemerintah kota. Hari ini saya akan datang ke tempat usaha Anda.`;
  return (
    <>
      <h2>
        <bdi>{visit.name}</bdi>
      </h2>
      <p class="quiet">
        <bdi>{address}</bdi>
      </p>
      {visit.reason && (
        <p class="late">
          <bdi>{visit.reason}</bdi>
        </p>
      )}
      <p class="acts">
        <a
          class="line"
          href={`https://www.google.com/maps/search/?api=1&query=${encodeURIComponent(where)}`}
          target="_blank"
          rel="noopener noreferrer"
        >
          Peta
        </a>
        {phone && (
          <a class="line" href={whatsApp(hello, phone)} target="_blank" rel="noopener noreferrer">
            WhatsApp
          </a>
        )}
      </p>
    </>
  );
};

const MetField = ({ draft, change, flaw }: PartProps & { flaw: string | undefined }) => (
  <fieldset class="ways" aria-describedby={flaw && 'met-salah'}>
    <legend>Bertemu siapa?</legend>
    {(Object.keys(metWords) as Met[]).map((met) => (
      <label key={met} class="check">
        <input type="radio" name="met" checked={draft.met === met} onChange={() => change({ met })} />
        <span>{metWords[met]}</span>
      </label>
    ))}
    {flaw && (
      <p class="flaw" id="met-salah">
        {flaw}
      </p>
    )}
  </fieldset>
);

const ObstacleField = ({ draft, change }: PartProps) => (
  <fieldset class="ways">
    <legend>Apa yang menghambat?</legend>
    <p class="small quiet">Boleh lebih dari satu.</p>
    {(Object.keys(obstacleWords) as Obstacle[]).map((one) => (
      <label key={one} class="check">
        <input
          type="checkbox"
          checked={draft.obstacles.includes(one)}
          onChange={({ currentTarget: { checked } }) =>
            change({ obstacles: [...draft.obstacles.filter((other) => other !== one), ...(checked ? [one] : [])] })
          }
        />
        <span>{obstacleWords[one]}</span>
      </label>
    ))}
  </fieldset>
);

const NeedField = ({ draft, change, flawOf }: PartProps & { flawOf: (field: string) => string | undefined }) => {
  const full = Object.keys(draft.needs).length >= MOST_NEEDS;
  const without = (kind: Need) => Object.fromEntries(Object.entries(draft.needs).filter(([one]) => one !== kind));
  return (
    <fieldset class="ways">
      <legend>Apa yang dibutuhkan?</legend>
      <p class="small quiet">Tiap kebutuhan diteruskan ke dinas yang bisa membantu.</p>
      {(Object.keys(needWords) as Need[]).map((kind) => (
        <div key={kind}>
          <label class="check">
            <input
              type="checkbox"
              checked={draft.needs[kind] !== undefined}
              disabled={full && draft.needs[kind] === undefined}
              onChange={({ currentTarget: { checked } }) =>
                change({ needs: checked ? { ...draft.needs, [kind]: '' } : without(kind) })
              }
            />
            <span>{needWords[kind]}</span>
          </label>
          {draft.needs[kind] !== undefined && (
            <TextField
              label={`${needWords[kind]}: apa tepatnya?`}
              name={`need-${kind}`}
              maxLength={200}
              value={draft.needs[kind]}
              flaw={flawOf(`need-${kind}`)}
              onInput={({ currentTarget }: { currentTarget: HTMLInputElement }) =>
                change({ needs: { ...draft.needs, [kind]: currentTarget.value } })
              }
            />
          )}
        </div>
      ))}
    </fieldset>
  );
};

type Props = { readonly person: string; readonly visit: Taken; readonly begun: Kept | undefined };
/** What was found in one shop: every letter is kept on the device as it is typed, and sent when there is a line. */
export const VisitForm = ({ person, visit, begun }: Props) => {
  const { kept, set, back, latest, trouble } = useRecord(begun ?? (() => begin(person, visit)));
  const [missing, setMissing] = useState<ReturnType<typeof missingIn>>([]);
  const draft = kept.draft ?? emptyDraft;
  const pictures = useRef<Promise<unknown>>(Promise.resolve());
  const change = (part: Partial<Draft>) =>
    void set((now) => ({ ...now, draft: { ...(now.draft ?? emptyDraft), ...part } }));
  useEffect(() => void navigator.storage?.persist?.().catch(() => false), []);
  const flawOf = (field: string) => missing.find((one) => one.field === field)?.sentence;
  const finish = async (): Promise<void> => {
    await pictures.current;
    const open = latest();
    const draft = open.draft ?? emptyDraft;
    const found = missingIn(draft);
    setMissing(found);
    const { met } = draft;
    if (found.length > 0 || met === null) return;
    const photos = open.pictures.map(({ hash }) => hash);
    const times = { openedAt: open.openedAt, finishedAt: new Date().toISOString(), photos };
    if (await set((now) => ({ ...now, body: bodyOf({ ...draft, met }, times) }))) return location.assign(VISITS);
    back(open);
  };
  const text = (name: 'production' | 'marketing' | 'problems', label: string, help?: string) => (
    <TextArea
      label={label}
      name={name}
      rows={3}
      maxLength={500}
      value={draft[name]}
      {...(help ? { help } : {})}
      onInput={({ currentTarget }: { currentTarget: HTMLTextAreaElement }) => change({ [name]: currentTarget.value })}
    />
  );
  return (
    <>
      <PageTop title="Catat kunjungan" back={VISITS} />
      <Main>
        {trouble && (
          <p class="say wrong" role="alert">
            {trouble}
          </p>
        )}
        {missing.length > 0 && (
          <div class="say wrong" role="alert">
            {missing.map(({ field, sentence }) => (
              <p key={field}>{sentence}</p>
            ))}
          </div>
        )}
        <Head visit={visit} />
        <Form onSubmit={finish}>
          <MetField draft={draft} change={change} flaw={flawOf('met')} />
          {text('production', 'Produksi', 'Bagaimana dibuat, berapa sehari, dengan siapa.')}
          {text('marketing', 'Pemasaran', 'Ke mana dan bagaimana dijual.')}
          <ObstacleField draft={draft} change={change} />
          {text('problems', 'Masalah dengan kata-kata')}
          <NeedField draft={draft} change={change} flawOf={flawOf} />
          <PhotoField
            kept={kept}
            onChange={set}
            onWork={(work) => {
              pictures.current = work;
            }}
          />
          <PlaceField place={draft.place} onPlace={(place) => change({ place })} />
          <LastFields draft={draft} change={change} />
          <button class="button" type="submit">
            Simpan di HP
          </button>
        </Form>
      </Main>
    </>
  );
};
