/** npm test: the whole suite on this machine. Installs what is missing; arguments go to Vitest. */
import { spawn } from "node:child_process";
import { ensure } from "./ensure.mjs";

ensure();
const child = spawn(process.execPath, ["node_modules/vitest/vitest.mjs", "run", ...process.argv.slice(2)], {
  stdio: "inherit",
});
child.on("exit", (code) => process.exit(code ?? 1));
