import type { ComponentChildren, ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { showRefusal } from './show.tsx';

/**
 * A part of a page whose code comes when it is first shown, so that nobody waits for it who came for something else.
 * Until then `waiting` stands there.
 */
export const later = <Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  waiting: ComponentChildren = null,
): ComponentType<Props> => {
  let loaded: ComponentType<Props> | undefined;
  return (props) => {
    const [Part, setPart] = useState(() => loaded);
    useEffect(() => {
      if (Part) return;
      load().then(
        (part) => {
          loaded = part;
          setPart(() => part);
        },
        (error) => showRefusal(error, location.pathname),
      );
    }, []);
    return Part ? <Part {...props} /> : waiting;
  };
};
