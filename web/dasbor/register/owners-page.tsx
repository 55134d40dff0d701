import { useRef, useState } from 'preact/hooks';
import type { Output, Sent } from '../../../shared/contract.ts';
import { dateTime } from '../../../shared/domain/basics/wording.ts';
import { ownerQuestionName } from '../../../shared/domain/register/owners/question-words.ts';
import { useAct } from '../../kit/act.ts';
import { ConfirmDialog } from '../../kit/desk/confirm-dialog.tsx';
import { More } from '../../kit/desk/data-table.tsx';
import { ViewTabs } from '../../kit/desk/view-tabs.tsx';
import { Summary } from '../../kit/form.tsx';
import { Notice } from '../../kit/page.tsx';
import { dasborAddress } from '../address.ts';
import type { AskedCity, Opened } from '../opened.ts';
import { pageFrom } from '../page-from.ts';
import { changesView } from './owner-changes.tsx';

type Question = Output<'GET /cities/{city}/owner-questions'>['items'][number];
type Ruling = Sent<'POST /cities/{city}/owner-rulings'>['body'];
const states = [
  ['open', 'Menunggu'],
  ['answered', 'Terjawab'],
  ['ended', 'Berakhir'],
] as const;

type Props = { readonly asked: AskedCity; readonly question: Question };
/** Shops that show one thing: whose they are is answered with a reason, which their owners read. */
const QuestionBlock = ({ asked, question }: Props) => {
  const { call, place, again } = asked;
  const act = useAct();
  const shown = question.shops.filter(({ until }) => until === null);
  const [first] = shown;
  // Whose the others are is asked again: a question stays until all of its shops are told of.
  const [same, setSame] = useState<ReadonlySet<string>>(new Set(shown.map(({ shopId }) => shopId)));
  const toggle = (shopId: string) => {
    const next = new Set(same);
    if (!next.delete(shopId)) next.add(shopId);
    setSame(next);
  };
  const answers = question.state === 'open' && asked.kinds.includes('city-admin');
  const key = useRef(crypto.randomUUID());
  const rule = (body: Ruling) =>
    act.run(async () => {
      const headers = { 'idempotency-key': key.current };
      await call('POST /cities/{city}/owner-rulings', { params: { city: place.code }, body, headers });
      key.current = crypto.randomUUID();
      again();
    });
  return (
    <article class="block">
      <h2>{ownerQuestionName(question.kind, question.shops.length)}</h2>
      <ul>
        {question.shops.map(({ shopId, name, since, until }) => (
          <li key={shopId}>
            <a href={dasborAddress(`usaha/${shopId}`, place)}>
              <bdi>{name}</bdi>
            </a>{' '}
            <span class="quiet small">
              sejak {dateTime(since, place.city.zone)}
              {until && `, sampai ${dateTime(until, place.city.zone)}`}
            </span>
          </li>
        ))}
      </ul>
      {act.refusal && <Summary refusal={act.refusal} />}
      {answers && shown.length > 2 && (
        <fieldset class="ways">
          <legend>Yang pemiliknya sama</legend>
          {shown.map(({ shopId, name }) => (
            <label key={shopId} class="check">
              <input type="checkbox" checked={same.has(shopId)} onChange={() => toggle(shopId)} />
              <bdi>{name}</bdi>
            </label>
          ))}
        </fieldset>
      )}
      {answers && first && (
        <div class="acts">
          {shown.length > 1 && (
            <ConfirmDialog
              name={shown.length > 2 ? `Satu pemilik (${same.size} usaha)` : 'Satu pemilik'}
              text={`Penjualan ${same.size} usaha yang dicentang dihitung bersama dalam urutan tampil, sejak sekarang.`}
              question="Alasan, dibaca pemilik"
              disabled={act.busy || same.size < 2}
              onSend={(reason) => rule({ rule: 'same_owner', shopIds: [...same], reason })}
            />
          )}
          <ConfirmDialog
            name="Bukan tanda satu pemilik"
            text="Misalnya HP kantor desa atau rekening koperasi. Pertanyaan tentang ini tidak diajukan lagi."
            question="Alasan, dibaca pemilik"
            disabled={act.busy}
            onSend={(reason) => rule({ rule: 'no_evidence', kind: question.kind, shopId: first.shopId, reason })}
          />
        </div>
      )}
    </article>
  );
};

const questionsView = async (asked: AskedCity, state: Question['state']) => {
  const { items, next } = await pageFrom(asked.query['lanjut'], (cursor) =>
    asked.call('GET /cities/{city}/owner-questions', {
      params: { city: asked.place.code },
      query: { state, limit: 10, cursor },
    }),
  );
  const list =
    items.length === 0 ? (
      <Notice
        title="Tidak ada pertanyaan di sini"
        text="Pertanyaan baru muncul sendiri saat dua usaha memakai hal yang sama."
      />
    ) : (
      items.map((question) => <QuestionBlock key={question.questionId} asked={asked} question={question} />)
    );
  return { list, next, many: items.length, of: 'pertanyaan' };
};

/** What came of it all: shops that count as one owner's since, or no longer do. */
const CHANGES = 'perubahan';

/** Whether shops that show one phone, account or applicant have one owner: asked of the city, and told to nobody until then. */
export const openOwners = async (asked: AskedCity): Promise<Opened> => {
  const { place, query } = asked;
  const state = states.find(([one]) => one === query['lihat'])?.[0] ?? 'open';
  const shown = query['lihat'] === CHANGES ? CHANGES : state;
  const cursor = query['lanjut'];
  const at = (lihat: string, lanjut?: string) =>
    dasborAddress('pemilik', place, { lihat: lihat === 'open' ? undefined : lihat, lanjut });
  const views = [...states, [CHANGES, 'Perubahan'] as const];
  const { list, ...paged } = shown === CHANGES ? await changesView(asked) : await questionsView(asked, state);
  const page = (
    <section aria-labelledby="pertanyaan">
      <h1 id="pertanyaan">Pertanyaan pemilik</h1>
      <p class="quiet">
        Usaha yang memakai HP, rekening, atau akun yang sama. Urutan tampil berubah hanya setelah dijawab.{' '}
        <a href={dasborAddress('usaha', place)}>Kembali ke Usaha</a>
      </p>
      <ViewTabs label="Keadaan" at={at(shown)} views={views.map(([one, name]) => ({ name, to: at(one) }))} />
      {list}
      {paged.many > 0 && (
        <More
          of={paged.of}
          next={paged.next ? at(shown, paged.next) : undefined}
          first={cursor ? at(shown) : undefined}
        />
      )}
    </section>
  );
  return { title: 'Pertanyaan pemilik', page };
};
