import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Refusal } from '../../entry/client.ts';
import { useAct } from '../../kit/act.ts';
import { BottomBar } from '../../kit/bottom-bar.tsx';
import { Form, Summary } from '../../kit/form.tsx';
import { Main, Notice } from '../../kit/page.tsx';
import { PageTop } from '../../kit/page-top.tsx';

type Props = {
  readonly title: string;
  /** What happens with it, once it is sent. */
  readonly after: string;
  readonly send: (form: HTMLFormElement) => Promise<unknown>;
  /** The form's fields, with what was refused of them. */
  readonly fields: (refusal: Refusal | undefined) => ComponentChildren;
};

/** Points the city to something. What happens with it is the city's to decide; nobody is told who reported it. */
export const ReportPage = ({ title, after, send, fields }: Props) => {
  const [told, setTold] = useState(false);
  const act = useAct();
  const submit = (form: HTMLFormElement) =>
    act.run(async () => {
      await send(form);
      setTold(true);
    });
  return (
    <>
      <PageTop title={title} back="/" />
      <Main>
        {act.refusal && <Summary refusal={act.refusal} />}
        {told ? (
          <Notice title="Laporan terkirim ke dinas" text={after}>
            <a class="button" href="/">
              Kembali belanja
            </a>
          </Notice>
        ) : (
          <Form onSubmit={submit}>
            {fields(act.refusal)}
            <button class="button" type="submit" disabled={act.busy}>
              Kirim laporan
            </button>
          </Form>
        )}
      </Main>
      <BottomBar />
    </>
  );
};
