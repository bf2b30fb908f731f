// Puts the project that the smoke test calls into a preview's database. Its keys are the ones in the given file, as
// `npm start` leaves them in its state folder, so that a second push finds what the first one made.
import { seed } from "#scripts/seed";

const { DATABASE_URL, DATABASE_HTTP_URL, API_KEY_PEPPER } = process.env;
const [keysFile] = process.argv.slice(2);
if (!DATABASE_URL || !API_KEY_PEPPER || !keysFile) {
  throw new Error("Set DATABASE_URL and API_KEY_PEPPER, and name the file with the keys");
}
await seed({
  databaseUrl: DATABASE_URL,
  httpUrl: DATABASE_HTTP_URL ?? neonEndpoint(DATABASE_URL),
  pepper: API_KEY_PEPPER,
  keysFile,
  // Previews have no issuer of their own: people sign in through Clerk there.
  signSession: async () => "",
});

/** Where Neon answers queries over HTTP for this database. */
function neonEndpoint(databaseUrl: string): string {
  return `https://${new URL(databaseUrl).hostname.replace(/^[^.]+\./, "api.")}/sql`;
}
