/** A group is no place for a complaint: who writes there is asked, politely and rarely, to write in private. Pure. */
const DAY = 86_400_000;
const TEN_MINUTES = 600_000;

export interface Invitation {
  room: string;
  member: string;
  /** ms. */
  at: number;
}

/**
 * Everybody in a group once a day, and not more than one of them in ten minutes, so that we don't talk a group over;
 * who calls us by name is answered after ten minutes again.
 */
export function mayInvite(
  before: readonly Invitation[],
  message: { room: string; member: string; mentioned: boolean },
  now: number,
): boolean {
  const here = before.filter(({ room }) => room === message.room);
  const same = here.filter(({ member }) => member === message.member);
  if (message.mentioned) return same.every(({ at }) => now - at >= TEN_MINUTES);
  return same.every(({ at }) => now - at >= DAY) && here.every(({ at }) => now - at >= TEN_MINUTES);
}

export const invited = (before: readonly Invitation[], one: Invitation): Invitation[] => [
  ...before.filter(({ at }) => one.at - at < DAY).slice(-5000),
  one,
];
