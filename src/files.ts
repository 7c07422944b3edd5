/** Files that customers hand in: judged by their content, not by their name. */
import { fileTypeFromBuffer } from "file-type";
import { InputError, MAX_FILE } from "./channels/channel.ts";

const TYPES: readonly string[] = ["image/jpeg", "image/png", "image/webp", "image/gif", "application/pdf"];

export interface Files {
  name: string;
  bytes: Uint8Array;
}

/** The media type found in the bytes. Throws InputError: empty, too-large, file-type. */
export async function checkFile(file: Files): Promise<string> {
  if (file.bytes.length === 0) throw new InputError("empty");
  if (file.bytes.length > MAX_FILE) throw new InputError("too-large");
  const found = await fileTypeFromBuffer(file.bytes);
  if (!found || !TYPES.includes(found.mime)) throw new InputError("file-type");
  return found.mime;
}
