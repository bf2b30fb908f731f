/** The least a Hono function can do with a request: JSON in, JSON out. What everything of ours is compared with. */
import { Hono } from "hono";

const app = new Hono();

app.post("/bare", async (context) => {
  const { payload } = await context.req.json<{ payload: { text: string } }>();
  return context.json({ success: true, length: payload.text.length });
});

// biome-ignore lint/style/noDefaultExport: the platform takes the default export.
export default (request: Request): Response | Promise<Response> => app.fetch(request);
