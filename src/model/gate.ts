/** So many at a time; the rest wait in line as long as their signal lets them. */

export interface Gate {
  /** True once there is a place, to be given back with `leave`. False when the signal ended the waiting. */
  enter(signal: AbortSignal): Promise<boolean>;
  leave(): void;
}

export function createGate(places: number): Gate {
  let free = places;
  const line: (() => void)[] = [];
  return {
    async enter(signal) {
      if (signal.aborted) return false;
      if (free > 0) {
        free -= 1;
        return true;
      }
      return new Promise((resolve) => {
        const called = () => {
          signal.removeEventListener("abort", gone);
          resolve(true);
        };
        const gone = () => {
          line.splice(line.indexOf(called), 1);
          resolve(false);
        };
        line.push(called);
        signal.addEventListener("abort", gone, { once: true });
      });
    },
    leave() {
      const next = line.shift();
      if (next) next();
      else free += 1;
    },
  };
}
