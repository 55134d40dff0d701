/** The code for suggestions comes when somebody is about to search, and not before. */
export const wakeSearch = (): void =>
  document.addEventListener('focusin', ({ target }) => {
    const form = (target as Element).closest<HTMLFormElement>('form.search[data-index]');
    if (form) void import('./suggest.ts').then(({ suggestIn }) => suggestIn(form)).catch(() => undefined);
  });
