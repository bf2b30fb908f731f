/** Pages of a list, newest first: an opaque cursor names the last row that was shown. */
import { base64url } from "jose";
import { AppError } from "#lib/errors";

export interface Page<Item> {
  data: Item[];
  has_more: boolean;
  next_cursor: string | null;
}

export interface Cursor {
  createdAt: Date;
  id: string;
}

export function cursorOf({ createdAt, id }: Cursor): string {
  return base64url.encode(`${createdAt.toISOString()} ${id}`);
}

/** @throws {AppError} invalid_request */
export function readCursor(cursor: string): Cursor {
  try {
    const [time = "", id = ""] = new TextDecoder().decode(base64url.decode(cursor)).split(" ");
    const createdAt = new Date(time);
    if (id !== "" && !Number.isNaN(createdAt.getTime())) return { createdAt, id };
  } catch {
    // Not base64url: told below.
  }
  throw new AppError("invalid_request", "cursor is not one of ours. Use next_cursor of the page before, unchanged.");
}
