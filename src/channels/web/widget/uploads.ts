/** Files the customer picks. Uploaded at once; what is refused says why, holds nothing up and is not counted. */
import { useRef, useState } from "preact/hooks";
import { MAX_FILE } from "../../channel.ts";
import { CallError } from "./client.ts";
import { useChat } from "./context.ts";
import type { Strings } from "./strings.ts";

const maxFiles = 5;
export const fileTypes: readonly string[] = ["image/jpeg", "image/png", "image/webp", "image/gif", "application/pdf"];

/** Why a file isn't there. `passing`: trying the same again may work. */
interface Refusal {
  code: string;
  /** The server's sentence, used where we have none of our own for the code. */
  title: string;
  passing: boolean;
}

export interface Upload {
  key: number;
  file: File;
  /** 0 to 1. */
  part: number;
  /** Given by the server; null until the file is there. */
  id: string | null;
  refused: Refusal | null;
}

export interface Uploads {
  all: Upload[];
  /** Still on their way. */
  busy: boolean;
  ready: { id: string; type: string }[];
  /** More were picked at once than may be sent. */
  tooMany: boolean;
  add(files: readonly File[]): void;
  retry(key: number): void;
  remove(key: number): void;
  /** The ready ones went with a message. What is refused for good goes too; what may be tried again stays. */
  sent(): void;
}

/** Our own words for a refusal, so that it follows the language in use. */
export function whyRefused({ code, title }: Refusal, t: Strings): string {
  switch (code) {
    case "file-type":
      return t.wrongType;
    case "too-large":
      return t.tooLarge;
    case "empty":
      return t.emptyFile;
    case "rate":
      return t.uploadBusy;
    case "network":
      return t.uploadOffline;
    default:
      return title || t.uploadFailed;
  }
}

/** A proxy that refuses before the server does tells a status and no code. */
const CODES: Readonly<Record<number, string>> = { 413: "too-large", 415: "file-type", 429: "rate" };

function refusalOf({ status, code, title, passing, keyLost }: CallError): Refusal {
  return { code: code === "unknown" ? (CODES[status] ?? code) : code, title, passing: passing || keyLost };
}

function refusedHere({ type, size }: File): Refusal | null {
  const code = !fileTypes.includes(type) ? "file-type" : size === 0 ? "empty" : size > MAX_FILE ? "too-large" : null;
  return code && { code, title: "", passing: false };
}

const counts = ({ refused }: Upload): boolean => refused === null;
const lasts = ({ refused }: Upload): boolean => refused === null || refused.passing;

export function useUploads(): Uploads {
  const { session } = useChat();
  const nextKey = useRef(0);
  const [all, setAll] = useState<Upload[]>([]);
  const [tooMany, setTooMany] = useState(false);

  const change = (key: number, to: Partial<Upload>) =>
    setAll((now) => now.map((one) => (one.key === key ? { ...one, ...to } : one)));

  const upload = async ({ key, file }: Upload) => {
    change(key, { part: 0, refused: null });
    try {
      const { id } = await session.upload(file, (part) => change(key, { part }));
      change(key, { id, part: 1 });
    } catch (error) {
      if (!(error instanceof CallError)) throw error;
      change(key, { refused: refusalOf(error) });
    }
  };

  return {
    all,
    busy: all.some((one) => one.id === null && one.refused === null),
    ready: all.flatMap(({ id, file }) => (id === null ? [] : [{ id, type: file.type }])),
    tooMany,
    add(files) {
      let room = maxFiles - all.filter(counts).length;
      const added = files.flatMap((file): Upload[] => {
        const refused = refusedHere(file);
        if (!refused && room <= 0) return [];
        if (!refused) room -= 1;
        nextKey.current += 1;
        return [{ key: nextKey.current, file, part: 0, id: null, refused }];
      });
      setTooMany(added.length < files.length);
      setAll((now) => [...now.filter(lasts), ...added]);
      for (const one of added) if (!one.refused) void upload(one);
    },
    retry(key) {
      const one = all.find((other) => other.key === key);
      if (!one) return;
      if (all.filter(counts).length >= maxFiles) return setTooMany(true);
      void upload(one);
    },
    remove(key) {
      setTooMany(false);
      setAll((now) => now.filter((one) => one.key !== key));
    },
    sent() {
      setTooMany(false);
      setAll((now) => now.filter((one) => one.refused?.passing));
    },
  };
}
