import type { Output } from '../../../shared/contract.ts';
import { dateTime, day } from '../../../shared/domain/basics/wording.ts';
import { distance, metWords, obstacleWords, visitStateWords } from '../../../shared/domain/visits/words.ts';
import { useAct } from '../../kit/act.ts';
import { shortNames } from '../../kit/categories.ts';
import { ConfirmDialog } from '../../kit/desk/confirm-dialog.tsx';
import { Summary } from '../../kit/form.tsx';
import { districtName } from '../../kit/places.ts';
import { ifUnchanged } from '../../kit/settings.tsx';
import { CorrectionForm } from '../../kit/visits/correction-form.tsx';
import { Corrections } from '../../kit/visits/corrections.tsx';
import type { AskedCity, Opened } from '../opened.ts';
import { StoryForm } from '../stories/story-form.tsx';
import { followUpAddress } from '../support/gap-list.tsx';
import { VisitTasks } from './tasks-view.tsx';

type Visit = Output<'GET /visits/{visitId}'>;
type Record = NonNullable<Visit['record']>;

const Found = ({ record, zone }: { record: Record; zone: AskedCity['place']['city']['zone'] }) => {
  const said = [
    ['Bertemu', metWords[record.met]],
    ['Produksi', record.production],
    ['Pemasaran', record.marketing],
    ['Hambatan', record.obstacles.map((one) => obstacleWords[one]).join(', ') || null],
    ['Masalah', record.problems],
    ['Cerita', record.story],
    ['Janji', record.agreed],
    ['Diperiksa lagi', record.again && day(record.again)],
    ['Lokasi', record.place && `Terukur, bisa meleset ${distance(record.place.accuracyMeters)}`],
    ['Ditulis di HP', `${dateTime(record.openedAt, zone)} sampai ${dateTime(record.finishedAt, zone)}`],
    ['Diterima', dateTime(record.receivedAt, zone)],
  ] as const;
  return (
    <>
      <h2>Hasil kunjungan</h2>
      <dl class="facts">
        {said.map(([name, value]) =>
          value ? (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <bdi>{value}</bdi>
              </dd>
            </div>
          ) : null,
        )}
      </dl>
    </>
  );
};

const Pictures = ({ visit: { record, pictures } }: { visit: Visit }) => {
  const waiting = (record?.photos.length ?? 0) - pictures.length;
  return (
    <>
      {pictures.length > 0 && <h2>Foto</h2>}
      <ul class="pictures">
        {pictures.map(({ hash, link, small }, at) => (
          <li key={hash}>
            <a href={`/api${link}`} target="_blank" rel="noopener noreferrer">
              <img src={`/api${small}`} alt={`Foto kunjungan ${at + 1}`} width="96" height="96" loading="lazy" />
            </a>
          </li>
        ))}
      </ul>
      {waiting > 0 && <p class="quiet">{waiting} foto masih di HP petugas.</p>}
    </>
  );
};

const Acts = ({ asked: { call, again }, visit }: { asked: AskedCity; visit: Visit }) => {
  const act = useAct();
  const cancel = () =>
    act.run(async () => {
      const params = { visitId: visit.visitId };
      await call('POST /visits/{visitId}/cancel', { params, headers: ifUnchanged(visit.version) });
      again();
    });
  return (
    <>
      {act.refusal && <Summary refusal={act.refusal} />}
      <ConfirmDialog
        name="Batalkan kunjungan"
        text="Petugas tidak melihatnya lagi. Bila ia sudah datang tanpa sinyal, catatannya tetap diterima."
        onSend={cancel}
        disabled={act.busy}
      />
    </>
  );
};

/** One visit: who goes when and why, and what was found. */
export const openVisit = async (asked: AskedCity): Promise<Opened> => {
  const { call, place, kinds, rest, me, again } = asked;
  const [visit, offices] = await Promise.all([
    call('GET /visits/{visitId}', { params: { visitId: rest } }),
    kinds.includes('city-admin')
      ? call('GET /cities/{city}/agencies', { params: { city: place.code }, query: { limit: 100 } })
      : undefined,
  ]);
  const story = await call('GET /merchants/{merchantId}/story', { params: { merchantId: visit.merchantId } }).catch(
    () => undefined,
  );
  const acts = kinds.includes('city-admin') || kinds.includes('district-officer');
  const page = (
    <section>
      <h1>
        Kunjungan ke <bdi>{visit.name}</bdi>
      </h1>
      <p class="quiet">
        {visitStateWords[visit.state]}: {day(visit.day)}, <bdi>{visit.visitorName}</bdi> ·{' '}
        <a href={followUpAddress(place.city, visit.merchantId, visit.day.slice(0, 7))}>Tindak lanjut usaha ini</a>
      </p>
      <p>
        <bdi>{visit.shop.address}</bdi>, {districtName(place.city, visit.district)} · {shortNames[visit.category]}
      </p>
      {visit.reason && (
        <p>
          Sebab: <bdi>{visit.reason}</bdi>
        </p>
      )}
      {visit.record && <Found record={visit.record} zone={place.city.zone} />}
      <Corrections corrections={visit.corrections} />
      {me?.person === visit.visitor && <CorrectionForm key={visit.version} call={call} visit={visit} onDone={again} />}
      <Pictures visit={visit} />
      <VisitTasks asked={asked} tasks={visit.tasks} offices={offices?.items ?? []} />
      {story && visit.record && <StoryForm asked={asked} visit={visit} story={story} mayAct={acts} />}
      {acts && visit.state === 'planned' && <Acts asked={asked} visit={visit} />}
    </section>
  );
  return { title: `Kunjungan ke ${visit.name}`, page };
};
