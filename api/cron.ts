import { cronDeps } from "#lib/deps/cron";
import { cronApp } from "#lib/surfaces/http/cron-app";
import { edge } from "#lib/surfaces/http/edge";

export const config = { runtime: "edge" };

export default edge(cronApp(cronDeps()));
