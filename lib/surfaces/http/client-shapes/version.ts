/** Is the client's version one we support: semantic versions, really compared. */
import { satisfies, validateStrict } from "compare-versions";
import type { ProcessRequest } from "#lib/contract/process";

/** First version whose requests we understand, and the first that may differ. */
const SUPPORTED: Record<ProcessRequest["client_type"], { from: string; below: string }> = {
  web: { from: "1.0.0", below: "3.0.0" },
  vscode: { from: "0.1.0", below: "3.0.0" },
  chrome: { from: "1.0.0", below: "3.0.0" },
  api: { from: "1.0.0", below: "3.0.0" },
};

export function versionCompatibility(client: ProcessRequest["client_type"], version: string | null) {
  if (version === null) return {};
  const { from, below } = SUPPORTED[client];
  const supported = `>=${from} <${below}`;
  if (!validateStrict(version)) {
    return {
      version_compatibility: {
        client_version: version,
        supported,
        compatible: null,
        message: "Not a semantic version",
      },
    };
  }
  const compatible = satisfies(version, supported);
  const message = compatible ? "Supported" : `Not supported: use a version ${supported}`;
  return { version_compatibility: { client_version: version, supported, compatible, message } };
}
