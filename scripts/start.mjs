/** npm start: the whole platform on this machine. Installs what is missing, then runs scripts/dev/main.ts. */
import { spawn } from "node:child_process";
import { ensure } from "./ensure.mjs";

ensure();
const child = spawn(process.execPath, ["--import", "tsx", "scripts/dev/main.ts", ...process.argv.slice(2)], {
  stdio: "inherit",
});
// Ctrl-C reaches the child by itself; it stops what it started and then ends.
process.on("SIGINT", () => {});
process.on("SIGTERM", () => child.kill("SIGTERM"));
child.on("exit", (code) => process.exit(code ?? 1));
