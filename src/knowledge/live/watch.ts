/** Notices that files below some places changed. The system's notices come at once but not on every disk, so it also looks. */
import { type FSWatcher, watch } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";

/** Milliseconds: an editor writes a file in several steps. */
const SETTLE = 150;
/** Milliseconds between two looks, while the system tells of changes and while it doesn't. */
const LOOK = { watched: 5000, unwatched: 1000 };

export interface Watching {
  stop(): void;
}

/** Calls `changed` once after the files of `places` (folders or files, which need not exist yet) became others than they were. */
export async function watchFiles(places: readonly string[], changed: () => void): Promise<Watching> {
  const watchers = new Map<string, FSWatcher>();
  let seen = await signature(places);
  let timer: NodeJS.Timeout | undefined;
  let looking = false;
  let stopped = false;

  function soon(after: number): void {
    if (stopped) return;
    clearTimeout(timer);
    timer = setTimeout(() => void look(), after);
    timer.unref();
  }

  async function look(): Promise<void> {
    if (looking) return soon(SETTLE);
    looking = true;
    try {
      const now = await signature(places);
      if (stopped) return;
      follow(now.folders);
      if (now.text !== seen.text) changed();
      seen = now;
    } finally {
      looking = false;
      soon(watchers.size > 0 ? LOOK.watched : LOOK.unwatched);
    }
  }

  function follow(folders: ReadonlySet<string>): void {
    for (const [folder, watcher] of watchers) {
      if (folders.has(folder)) continue;
      watcher.close();
      watchers.delete(folder);
    }
    for (const folder of folders) {
      if (watchers.has(folder)) continue;
      try {
        const watcher = watch(folder, { persistent: false }, () => soon(SETTLE));
        // A folder that is taken away, or a system that gives no more notices: looking goes on.
        watcher.on("error", () => {
          watcher.close();
          watchers.delete(folder);
        });
        watchers.set(folder, watcher);
      } catch (error) {
        // Too many are watched, or this disk tells of nothing: looking goes on.
        if (!(error instanceof Error && "code" in error)) throw error;
      }
    }
  }

  follow(seen.folders);
  soon(watchers.size > 0 ? LOOK.watched : LOOK.unwatched);
  return {
    stop() {
      stopped = true;
      clearTimeout(timer);
      for (const watcher of watchers.values()) watcher.close();
      watchers.clear();
    },
  };
}

/** Path, size and time of every file; and the folders in which something may change. */
async function signature(places: readonly string[]): Promise<{ text: string; folders: Set<string> }> {
  const folders = new Set<string>();
  const lines: string[] = [];
  const walk = async (path: string): Promise<void> => {
    const found = await quietly(stat(path));
    if (!found) return;
    if (!found.isDirectory()) {
      lines.push(`${path} ${found.size} ${found.mtimeMs} ${found.ino}`);
      return;
    }
    folders.add(path);
    const names = (await quietly(readdir(path))) ?? [];
    await Promise.all(names.map((name) => walk(join(path, name))));
  };
  for (const place of places) {
    folders.add(join(place, ".."));
    await walk(place);
  }
  return { text: lines.sort().join("\n"), folders };
}

/** Undefined for what went away between two looks, or is out of reach. */
async function quietly<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Error && "code" in error) return undefined;
    throw error;
  }
}
