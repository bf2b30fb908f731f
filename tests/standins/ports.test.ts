import { createServer } from "node:net";
import { expect, it } from "vitest";
import { findPort, listen } from "#scripts/standins/ports";

const hold = async () => {
  const server = createServer();
  const port = await listen(server, undefined, "The test");
  return { port, free: () => new Promise((resolve) => server.close(resolve)) };
};

it("keeps a preferred port that is free", async () => {
  const held = await hold();
  await held.free();
  expect(await findPort(held.port)).toBe(held.port);
});

it("finds another port when the preferred one is taken", async () => {
  const held = await hold();
  const found = await findPort(held.port);
  expect(found).not.toBe(held.port);
  expect(found).toBeGreaterThan(0);
  await held.free();
});

it("says who cannot listen on a taken port, and why", async () => {
  const held = await hold();
  const sentence = `The test cannot listen on port ${held.port}: another program is using it; stop that one or choose another port.`;
  await expect(listen(createServer(), held.port, "The test")).rejects.toThrow(sentence);
  await held.free();
});
