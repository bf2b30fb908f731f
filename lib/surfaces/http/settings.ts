/** What the HTTP surface needs to know besides the ports. */
import type { Authenticator } from "#lib/platform/auth/authenticate";
import type { AddressLimiter } from "#lib/platform/limits/address-limiter";

export interface HttpSettings {
  authenticator: Authenticator;
  /** For routes without a credential, by network address. */
  addressLimiter: AddressLimiter;
  /** Web origins that browsers may call from; `chrome-extension://` is always welcome. */
  webOrigins: string[];
  metricsToken: string;
  clerkPublishableKey: string | null;
  /** Shown by /health: the deployed commit. */
  release: string;
}
