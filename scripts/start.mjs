/** npm start: the whole platform in this one process, so that a signal needs no forwarding. Installs what is missing first. */
import { ensure } from "./ensure.mjs";

ensure();
await import("tsx");
const { start } = await import("./dev/main.ts");
await start();
