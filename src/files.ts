/** Files that customers hand in: judged by their content, not by their name. */
import { fileTypeFromBuffer } from "file-type";
import { InputError, MAX_FILE } from "./channels/channel.ts";

const TYPES: readonly string[] = ["image/jpeg", "image/png", "image/webp", "image/gif", "application/pdf"];
/** Voice messages of a messenger; kept for staff to listen to. */
const VOICE: readonly string[] = ["audio/amr", "audio/mpeg", "audio/wav", "audio/ogg", "audio/aac", "audio/x-m4a"];
/** What WeChat records in, with a byte of its own before it or without. */
const SILK = /^\u0002?#!SILK_V3/u;

export interface Files {
  name: string;
  bytes: Uint8Array;
  /** A voice message: recordings are taken, and nothing else. */
  voice?: boolean;
}

/** The media type found in the bytes. Throws InputError: empty, too-large, file-type. */
export async function checkFile(file: Files): Promise<string> {
  if (file.bytes.length === 0) throw new InputError("empty");
  if (file.bytes.length > MAX_FILE) throw new InputError("too-large");
  if (file.voice && SILK.test(Buffer.from(file.bytes.subarray(0, 10)).toString("latin1"))) return "audio/silk";
  const found = await fileTypeFromBuffer(file.bytes);
  const types = file.voice ? VOICE : TYPES;
  if (!found || !types.includes(found.mime)) throw new InputError("file-type");
  return found.mime;
}
