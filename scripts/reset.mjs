/** npm run reset: forgets the local data. Stop "npm start" first. */
import { existsSync, rmSync } from "node:fs";

if (existsSync(".local/credentials.json")) {
  console.log("If AIGuardian is still running here, stop it: its data is being removed.");
}
rmSync(".local", { recursive: true, force: true });
console.log("The local data is gone. The next npm start begins afresh.");
