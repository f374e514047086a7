/** A change of a document, in whole lines. */
export interface LineChange {
  /** First and last line that was replaced, counted before the change. */
  readonly start: number;
  readonly end: number;
  /** How many lines the new text has more than one. */
  readonly added: number;
}

/** Where a line is after a change; one that was itself replaced keeps its place in the new text, as far as that goes. */
export function shift(line: number, change: LineChange): number {
  if (line <= change.start) {
    return line;
  }

  return line > change.end
    ? line + change.added - (change.end - change.start)
    : change.start + Math.min(line - change.start, change.added);
}
