import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { eachWord } from "#lib/guards/context/scan";
import { splitWords } from "#lib/guards/text/words";

function scanned(text: string) {
  const pieces: { text: string; start: number; end: number }[] = [];
  eachWord(text, (word, start) => pieces.push({ text: word, start, end: start + word.length }));
  return pieces;
}

describe("eachWord", () => {
  it.each(["don't stop-gap v1.2 end.", "l’été – naïve×2 it’", "ok 天気 a-天 b", "a'-b .c -d", "e\u0301te 😀 x’y"])(
    "finds the words of %j",
    (text) => expect(scanned(text)).toEqual(splitWords(text)),
  );

  it("finds the words of any text", () => {
    const unit = fc.oneof(fc.constantFrom(..."aB1 '.-’é—ß×天٣"), fc.string({ unit: "grapheme", maxLength: 1 }));
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        expect(scanned(text)).toEqual(splitWords(text));
      }),
    );
  });
});
