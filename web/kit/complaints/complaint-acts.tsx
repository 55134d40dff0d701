import type { Output } from '../../../shared/contract.ts';
import { whatsApp } from '../../../shared/domain/basics/wording.ts';
import { complaintCategories, stateWords } from '../../../shared/domain/complaints/states.ts';
import type { Call } from '../../entry/client.ts';
import { useAct } from '../act.ts';
import { untilTime } from '../days.ts';
import { OutcomeForm } from '../desk/outcome-form.tsx';
import { Summary } from '../form.tsx';

export type FoundComplaint = Output<'GET /complaints/{number}'>;

/** `k7qm2-xpa9r`, as it is read out. */
export const spaced = (number: string): string => `${number.slice(0, 5)}-${number.slice(5)}`;

/** Who left a number is told by whoever answered: what is kept of an answer is read with the reporter's own secret. */
const TellReporter = ({ one: { number, cityCode, reporter, state } }: { one: FoundComplaint }) => {
  if (!reporter?.phone || state !== 'answered') return null;
  const page = `${location.origin}/akun/pengaduan?kota=${cityCode}`;
  const text = `Pengaduan Anda nomor ${spaced(number)} sudah dijawab. Baca jawabannya dan beri tanggapan dengan kode rahasia di bukti terima Anda: ${page}`;
  return (
    <p>
      <a class="line" href={whatsApp(text, reporter.phone)} target="_blank" rel="noopener noreferrer">
        Kabari pelapor lewat WhatsApp
      </a>
    </p>
  );
};

/** Where another programme's tool measured it, on a map. */
const OnMap = ({ place: { latitude, longitude } }: { place: NonNullable<FoundComplaint['place']> }) => (
  <a
    href={`https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=17/${latitude}/${longitude}`}
    target="_blank"
    rel="noopener noreferrer"
  >
    Lihat di peta
  </a>
);

export const ComplaintFacts = ({ one }: { one: FoundComplaint }) => (
  <>
    <p>
      <b>{stateWords[one.state]}</b>
      {one.late && <span class="flaw"> · terlambat</span>}
      {one.dueAt && <span class="quiet"> · sampai {untilTime(one.dueAt)}</span>}
    </p>
    <p>
      <bdi>{one.text}</bdi>
    </p>
    <p class="quiet">
      {complaintCategories[one.category]}
      {one.address && (
        <>
          {' · '}
          <bdi>{one.address}</bdi>
        </>
      )}
      {one.place && (
        <>
          {' · '}
          <OnMap place={one.place} />
        </>
      )}
      {one.agencyName && (
        <>
          {' · '}
          <bdi>{one.agencyName}</bdi>
        </>
      )}
      {one.secret && ' · rahasia'}
      {one.reporter === null ? ' · anonim' : ` · ${[one.reporter.name, one.reporter.phone].filter(Boolean).join(', ')}`}
    </p>
    {one.answer && (
      <p class="say">
        {one.answer.outcome === 'fixed' ? 'Sudah ditangani: ' : 'Tidak ditangani: '}
        <bdi>{one.answer.text}</bdi>
      </p>
    )}
    <TellReporter one={one} />
  </>
);

type AnswerProps = { readonly call: Call; readonly one: FoundComplaint; readonly onDone: () => void };
/** What an office does with what it was given: begin, and answer with what became of it. */
export const AnswerForms = ({ call, one, onDone }: AnswerProps) => {
  const act = useAct();
  const params = { number: one.number };
  if (!['assigned', 'in-progress', 'reopened'].includes(one.state)) return null;
  return (
    <>
      {act.refusal && <Summary refusal={act.refusal} />}
      {one.state !== 'in-progress' && (
        <button
          class="line"
          type="button"
          disabled={act.busy}
          onClick={() =>
            void act.run(async () => {
              await call('POST /complaints/{number}/start', { params });
              onDone();
            })
          }
        >
          Mulai dikerjakan
        </button>
      )}
      <OutcomeForm
        id={one.number}
        title="Jawab pengaduan"
        outcomes={{ fixed: 'Sudah ditangani', 'not-fixed': 'Tidak ditangani' }}
        words={{ label: 'Jawaban', help: 'Dibaca pelapor. Tulis yang dilakukan, atau mengapa tidak.', at: '/text' }}
        send="Kirim jawaban"
        onSend={async (outcome, text) => {
          await call('POST /complaints/{number}/answer', { params, body: { outcome, text } });
          onDone();
        }}
      />
    </>
  );
};
