import { describe, expect, it } from "vitest";
import { detectSecrets } from "#lib/guards/security/secrets/index";
import { isDiscordToken, isWebToken } from "#lib/guards/security/secrets/structure";

const kinds = (text: string) => detectSecrets(text, { strict: false }).map((hit) => hit.category);

describe("tokens with something inside", () => {
  it("are web tokens only with JSON in front", () => {
    expect(isWebToken(`${btoa('{"alg":"HS256"}')}.${btoa("{}")}.x`)).toBe(true);
    expect(isWebToken(`${btoa('{"alg":"HS2')}.${btoa("{}")}.x`)).toBe(false);
    expect(isWebToken("eyJ!!.x")).toBe(false);
  });

  it("are Discord tokens only with an account number in front", () => {
    expect(isDiscordToken(`${btoa("123456789012345678")}.abc.def`)).toBe(true);
    expect(isDiscordToken(`${btoa("not a number here!")}.abc.def`)).toBe(false);
  });
});

describe("keys beside the name of their service", () => {
  it("are found in assignments, and only the key is marked", () => {
    const text = `cloudsmith_id: "${"7f3a9c1e5b2d8f4a6c0e"}"`;
    const [hit] = detectSecrets(text, { strict: false });
    expect(text.slice(hit?.start, hit?.end)).toBe("7f3a9c1e5b2d8f4a6c0e");
  });

  it.each([
    "Read https://docs.sentry.io/platforms/javascript/guides/nextjs/ first.",
    "Our Shopify-store-with-a-long-name-of-2024 sells lamps.",
    "import { PostmanCollectionTransformer2 } from './postman';",
    "stripe version 2024-06-20 was released",
  ])("are not seen in: %s", (text) => {
    expect(kinds(text)).toEqual([]);
  });
});

describe("passwords", () => {
  it.each([
    ["a plain word right after its user", 'user = "report"\npassword = "goodspec"'],
    ["a phrase in quotes", 'db_password = "four quiet brown owls"'],
    ["on a command line", "psexec \\\\host -u Administrator -p t0pfloor cmd"],
    ["in an address", "ftp://backup:harvest@ftp.example.net/dump"],
  ])("%s", (_, text) => {
    expect(kinds(text).length).toBeGreaterThan(0);
  });

  it.each([
    ["labels of forms", 'password = "Enter a new password"'],
    ["comparisons of names", "if (secret !== SharedPropTypesSecret) return"],
    ["pieces of code", `sql = "... password = '" . md5($_POST['password']) . "'"`],
    ["variables in addresses", "postgres://app:$DB_PASSWORD@db/main"],
  ])("are not seen in %s", (_, text) => {
    expect(kinds(text)).toEqual([]);
  });
});
