import { guardDeps } from "#lib/deps/guard";
import { context } from "#lib/guards/context/index";
import { edge } from "#lib/surfaces/http/edge";
import { guardApp } from "#lib/surfaces/http/guard-app";

export const config = { runtime: "edge" };

export default edge(guardApp(context, guardDeps()));
