import { createServer, type Server } from "node:net";

const LOOPBACK = "127.0.0.1";

/** Binds `server` to 127.0.0.1; port 0 or undefined takes any free one. Returns the port; a taken port is one clear sentence. */
export function listen(server: Server, port: number | undefined, name: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(explain(error, port, name)));
    server.listen(port ?? 0, LOOPBACK, () => resolve(boundPort(server)));
  });
}

/** `preferred` if nobody listens there, else a free port chosen by the system. */
export async function findPort(preferred?: number): Promise<number> {
  const candidates = preferred === undefined ? [0] : [preferred, 0];
  for (const candidate of candidates) {
    const probe = createServer();
    const port = await listen(probe, candidate, "Port lookup").catch(() => undefined);
    if (port === undefined) continue;
    await new Promise((resolve) => probe.close(resolve));
    return port;
  }
  throw new Error("No free port could be found on 127.0.0.1.");
}

function boundPort(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no TCP port.");
  return address.port;
}

function explain(error: NodeJS.ErrnoException, port: number | undefined, name: string): Error {
  if (error.code === "EADDRINUSE") {
    return new Error(
      `${name} cannot listen on port ${port}: another program is using it; stop that one or choose another port.`,
    );
  }
  if (error.code === "EACCES") return new Error(`${name} may not listen on port ${port}: choose one above 1023.`);
  return error;
}
