/** `run-clocks` as constructs and stacks are named: `RunClocks`. */
export const pascal = (name: string): string =>
  name
    .split('-')
    .map((word) => `${word[0]?.toUpperCase() ?? ''}${word.slice(1)}`)
    .join('');
