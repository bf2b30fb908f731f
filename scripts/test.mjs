/** npm test: the whole suite on this machine. Installs what is missing; arguments go to Vitest. */
import { ensure } from "./ensure.mjs";

ensure();
process.argv.splice(2, 0, "run");
await import("../node_modules/vitest/vitest.mjs");
