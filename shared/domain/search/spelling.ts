/**
 * Whether two words differ by so many letters at most, each wrong, left out or too many (the distance of Levenshtein, row
 * by row, given up as soon as it is too far).
 */
export const isNear = (one: string, other: string, slips: number): boolean => {
  if (Math.abs(one.length - other.length) > slips) return false;
  // One row, written over from left to right: what stands ahead is still of the row above.
  const edits: number[] = [];
  for (let at = 0; at <= other.length; at++) edits[at] = at;
  for (let row = 1; row <= one.length; row++) {
    let before = row - 1;
    let least = row;
    edits[0] = row;
    for (let at = 1; at <= other.length; at++) {
      const replaced = before + (one[row - 1] === other[at - 1] ? 0 : 1);
      before = edits[at] as number;
      edits[at] = Math.min(replaced, before + 1, (edits[at - 1] as number) + 1);
      least = Math.min(least, edits[at] as number);
    }
    if (least > slips) return false;
  }
  return (edits[other.length] as number) <= slips;
};
