import { signIn } from '../entry/session.ts';
import { BottomBar } from '../kit/bottom-bar.tsx';
import { Main, Notice } from '../kit/page.tsx';
import { PageTop } from '../kit/page-top.tsx';
import { show, showRefusal } from '../kit/show.tsx';

/** The title of a page of one person. */
export const named = (title: string): string => `${title} · Pasar Rata`;

/** A tap that goes away to sign in or out; what goes wrong on the way is told where one is. */
export const leave = (going: () => Promise<void>) => () =>
  void going().catch((error) => showRefusal(error, '/', <BottomBar />));
export const enter = leave(signIn);

/** What somebody reads who has to sign in first, and why. */
export const askToSignIn = (title: string, text: string) =>
  show(
    named(title),
    <>
      <PageTop title={title} />
      <Main>
        <Notice title="Masuk dulu" text={text}>
          <button class="button" type="button" onClick={enter}>
            Masuk
          </button>
        </Notice>
      </Main>
      <BottomBar />
    </>,
  );
