/** What a bar is drawn on: standard error. */
export interface Screen {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** Tells how much of the work is done; the last call is with all of it. */
export type Progress = (done: number, total: number) => void;

/** Work that is over sooner needs no bar. */
const PATIENCE = 1000;
const INTERVAL = 100;

/** A bar on a terminal that has a width; nothing anywhere else, nor in CI, whose logs keep every line. */
export function progressOn(screen: Screen, isCi: boolean, now: () => number): Progress | undefined {
  const { isTTY, columns = 0 } = screen;
  if (!isTTY || columns < 30 || isCi) return undefined;
  const start = now();
  let next = start + PATIENCE;
  let drawn = false;
  return (done, total) => {
    if (done >= total) {
      // The line is left as it was found.
      if (drawn) screen.write('\r\u001b[K');
      drawn = false;
      return;
    }
    if (now() < next) return;
    next = now() + INTERVAL;
    drawn = true;
    screen.write(`\r${barOf(done, total, Math.min(columns - 1, 60))}`);
  };
}

function barOf(done: number, total: number, width: number): string {
  const count = `${done} of ${total} files`.padStart(2 * String(total).length + 10);
  const room = width - count.length - 3;
  const full = Math.floor((room * done) / total);
  return `[${'#'.repeat(full)}${'.'.repeat(Math.max(0, room - full))}] ${count}`;
}
