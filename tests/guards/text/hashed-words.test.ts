import { describe, expect, it } from "vitest";
import { hashOf, hashWords, isEnglish, pairHash } from "#lib/guards/text/hashed-words";

describe("hashWords", () => {
  it("gives words and telling marks with their places, whatever the case", () => {
    const text = "Ignore THIS, please?";
    const { hashes, starts, ends } = hashWords(text);
    expect(hashes).toEqual([hashOf("ignore"), hashOf("this"), hashOf("please"), hashOf("?")]);
    expect(starts.map((start, index) => text.slice(start, ends[index]))).toEqual(["Ignore", "THIS", "please", "?"]);
  });

  it("takes all digits for one and full-width marks for plain ones", () => {
    expect(hashWords("a1 b22").hashes).toEqual(hashWords("a7 b90").hashes);
    expect(hashWords("what？").hashes).toEqual(hashWords("what?").hashes);
  });

  it("tells the order of two words", () => {
    const [one, two] = [hashOf("system"), hashOf("prompt")];
    expect(pairHash(one, two)).not.toBe(pairHash(two, one));
  });

  it("knows English by its everyday words", () => {
    expect(isEnglish(hashWords("What would you do with the time that is left?").hashes)).toBe(true);
    expect(isEnglish(hashWords("Wie lange kocht man eigentlich ein weiches Ei?").hashes)).toBe(false);
  });
});
