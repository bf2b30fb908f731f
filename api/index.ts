import { routerDeps } from "#lib/deps/router";
import { bias } from "#lib/guards/bias/index";
import { context } from "#lib/guards/context/index";
import { health } from "#lib/guards/health/index";
import { security } from "#lib/guards/security/index";
import { tokenEstimate } from "#lib/guards/token/estimate/index";
import { trust } from "#lib/guards/trust/index";
import { edge } from "#lib/surfaces/http/edge";
import { routerApp } from "#lib/surfaces/http/router-app";

export const config = { runtime: "edge" };

const { ports, settings } = routerDeps({
  inline: { trust, context, bias, security, health },
  fallback: { token: tokenEstimate },
});

export default edge(routerApp(ports, settings));
