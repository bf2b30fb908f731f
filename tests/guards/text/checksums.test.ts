import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { crc32, iban, icao9303, luhn, mod11and10, verhoeff } from "#lib/guards/text/checksums";
import { classChanges, entropy } from "#lib/guards/text/entropy";
import { mask, maskInPlace } from "#lib/guards/text/mask";

describe("checksums accept published examples", () => {
  it.each([
    ["luhn", luhn("4111111111111111")],
    ["iban", iban("GB29NWBK60161331926819")],
    ["verhoeff", verhoeff("2363")],
    ["mod 11,10", mod11and10("86095742719")],
    ["icao 9303", icao9303("L898902C36")],
    ["crc32", crc32("123456789") === 0xcbf43926],
  ])("%s", (_, fits) => {
    expect(fits).toBe(true);
  });
});

describe("checksums refuse a changed digit", () => {
  it.each([
    ["luhn", luhn, "4111111111111111"],
    ["verhoeff", verhoeff, "2363"],
    ["mod 11,10", mod11and10, "86095742719"],
  ])("%s", (_, fits, valid) => {
    fc.assert(
      fc.property(fc.nat(valid.length - 1), fc.integer({ min: 1, max: 9 }), (at, step) => {
        const changed = (Number(valid.charAt(at)) + step) % 10;
        expect(fits(`${valid.slice(0, at)}${changed}${valid.slice(at + 1)}`)).toBe(false);
      }),
    );
  });
});

describe("mask", () => {
  it("never shows more than four characters, nor more than a quarter", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const shown = Array.from(mask(text).slice(4)).length;
        expect(shown).toBeLessThanOrEqual(Math.min(4, Array.from(text).length / 4));
      }),
    );
    expect(mask("4111111111111111")).toBe("••••1111");
    expect(mask("x@y.z", "EMAIL")).toBe("[EMAIL]");
  });

  it("keeps the layout when asked to", () => {
    expect(maskInPlace("4111-1111-1111-1234")).toBe("****-****-****-1234");
    expect(maskInPlace("abc")).toBe("***");
  });
});

describe("entropy", () => {
  it("is zero for one letter, and the logarithm of the alphabet at most", () => {
    expect(entropy("aaaa")).toBe(0);
    expect(entropy("abcd")).toBe(2);
  });

  it("tells keys from words by their changes of class", () => {
    expect(classChanges("correcthorsebattery")).toBe(0);
    expect(classChanges("aB3xK9mQ2z")).toBeGreaterThan(0.8);
  });
});
