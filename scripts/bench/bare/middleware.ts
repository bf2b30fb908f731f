/** Lets every request through, as ours does for most. */

// biome-ignore lint/style/noDefaultExport: the platform takes the default export.
export default function middleware(): Response {
  return new Response(null, { headers: { "x-middleware-next": "1" } });
}
