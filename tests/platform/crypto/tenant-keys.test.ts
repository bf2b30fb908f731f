import { expect, test } from "vitest";
import { createTenantKeys } from "#lib/platform/crypto/tenant-keys";

const OLD = "o".repeat(40);
const NEW = "n".repeat(40);

test("opens what it sealed, for the same organisation and place only", async () => {
  const keys = createTenantKeys([NEW]);
  const sealed = await keys.seal("org_1", "session:1", "héllo 😀");
  expect(sealed).toMatch(/^v1\./);
  expect(await keys.open("org_1", "session:1", sealed)).toBe("héllo 😀");
  await expect(keys.open("org_2", "session:1", sealed)).rejects.toThrow();
  await expect(keys.open("org_1", "session:2", sealed)).rejects.toThrow();
});

test("a changed bit anywhere does not open", async () => {
  const keys = createTenantKeys([NEW]);
  const sealed = await keys.seal("org_1", "x", "secret text");
  const [version, id, nonce = "", cipher = ""] = sealed.split(".");
  for (const [at, part] of [
    [2, nonce],
    [3, cipher],
  ] as const) {
    for (let position = 0; position < part.length - 1; position++) {
      const changed = part.slice(0, position) + (part[position] === "A" ? "B" : "A") + part.slice(position + 1);
      const parts = [version, id, nonce, cipher];
      parts[at] = changed;
      await expect(keys.open("org_1", "x", parts.join("."))).rejects.toThrow();
    }
  }
});

test("after a rotation old values still open, new ones are sealed under the new key", async () => {
  const before = await createTenantKeys([OLD]).seal("org_1", "x", "kept");
  const rotated = createTenantKeys([NEW, OLD]);
  expect(await rotated.open("org_1", "x", before)).toBe("kept");
  await expect(createTenantKeys([OLD]).open("org_1", "x", await rotated.seal("org_1", "x", "y"))).rejects.toThrow();
  await expect(createTenantKeys([NEW]).open("org_1", "x", before)).rejects.toThrow();
});
