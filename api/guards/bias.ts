import { guardDeps } from "#lib/deps/guard";
import { bias } from "#lib/guards/bias/index";
import { edge } from "#lib/surfaces/http/edge";
import { guardApp } from "#lib/surfaces/http/guard-app";

export const config = { runtime: "edge" };

export default edge(guardApp(bias, guardDeps()));
