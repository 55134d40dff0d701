import type { ComponentChildren, ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { showRefusal } from './show.tsx';

/** Whoever knows that it is shown soon asks for its code beforehand, beside what else is waited for. */
type Later<Props> = ComponentType<Props> & { readonly ready: () => Promise<void> };

/**
 * A part of a page whose code comes when it is first shown, so that nobody waits for it who came for something else.
 * Until then `waiting` stands there.
 */
export const later = <Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  waiting: ComponentChildren = null,
): Later<Props> => {
  let loaded: ComponentType<Props> | undefined;
  const ready = async () => {
    loaded ??= await load();
  };
  const Shown = (props: Props) => {
    const [Part, setPart] = useState(() => loaded);
    useEffect(() => {
      if (Part) return;
      ready().then(
        () => setPart(() => loaded),
        (error) => showRefusal(error, location.pathname),
      );
    }, []);
    return Part ? <Part {...props} /> : waiting;
  };
  return Object.assign(Shown, { ready });
};
