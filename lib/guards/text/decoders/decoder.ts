import type { Mapped } from "#lib/guards/text/mapped";

/** Finds what is written in one encoding and gives it back decoded; offsets are those of `text`. Linear time. */
export interface Decoder {
  name: string;
  decode(text: string): Mapped[];
}
