import { describe, expect, it } from "vitest";
import { allowList } from "#lib/guards/security/allow";
import { detectUnsafeCode } from "#lib/guards/security/code/index";
import { mergeRegions } from "#lib/guards/security/redact";
import { detectSecrets } from "#lib/guards/security/secrets/index";
import { detectHiddenText } from "#lib/guards/security/unicode/index";
import { detectUrls } from "#lib/guards/security/url/index";

const context = { role: "user" as const, strict: false, language: null };

describe("secrets", () => {
  const filler = (length: number, alphabet = "aB3dE6gH9jK2mN5pQ8") =>
    Array.from({ length }, (_, index) => alphabet.charAt((index * 7) % alphabet.length)).join("");
  const hex = (length: number) => filler(length, "0a1b2c3d4e5f6789");

  it.each([
    ["aws_access_key", `AKIA${"Q3EGRIBXV5YT2WPZ"}`],
    ["github_token", `ghp_${filler(36)}`],
    ["gitlab_token", `glpat-${filler(20)}`],
    ["stripe_key", `sk_${"live"}_${filler(24)}`],
    ["slack_token", `xoxb-${"123456789012-123456789012"}-${filler(24)}`],
    ["google_api_key", `AIza${filler(35)}`],
    ["anthropic_key", `sk-ant-api03-${filler(93)}`],
    ["openai_project_key", `sk-proj-${filler(60)}`],
    ["npm_token", `npm_${filler(36)}`],
    ["huggingface_token", `hf_${filler(34)}`],
    ["sendgrid_key", `SG.${filler(22)}.${filler(43)}`],
    ["digitalocean_token", `dop_v1_${hex(64)}`],
    ["telegram_token", `123456789:AA${filler(33)}`],
    ["private_key", "-----BEGIN RSA PRIVATE KEY-----\nMIIabc\n-----END RSA PRIVATE KEY-----"],
    ["jwt", `eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.${filler(43)}`],
    ["discord_webhook", `https://discord.com/api/webhooks/123456789012345678/${filler(68)}`],
  ])("%s", (kind, secret) => {
    const text = `config: ${secret} end`;
    const hits = detectSecrets(text, context);
    expect(hits.map((hit) => hit.category)).toContain(kind);
    expect(JSON.stringify(hits)).not.toContain(secret.slice(-12));
  });

  it.each([
    ["generic_password", 'db_password = "s3cr3t!Horse"', "s3cr3t!Horse"],
    ["generic_key", `api_key: "${"zX9kQ2mV7bN4tR8w"}"`, "zX9kQ2mV7bN4tR8w"],
    ["generic_connection_string", "postgres://app:Tr0ub4dor@db.internal:5432/main", "Tr0ub4dor"],
  ])("%s by its name", (kind, text, value) => {
    const [hit] = detectSecrets(text, context);
    expect(hit?.category).toBe(kind);
    expect(text.slice(hit?.start, hit?.end)).toBe(value);
  });

  it.each([
    ["the documentation key", "AKIAIOSFODNN7EXAMPLE"],
    ["variables", 'password = os.environ["DB_PASSWORD"]; token: ${TOKEN}; secret = getSecret()'],
    ["placeholders", 'api_key = "<your-api-key>" password: "changeme" token="xxxxxxxxxxxxxxxx"'],
    [
      "ids and digests",
      "id 3f2504e0-4f89-41d3-9a0c-0305e82c3301 sha 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    ],
    [
      "prose",
      "The password policy asks for twelve characters. Keep the token in a safe place, the key is under the mat.",
    ],
    ["a URL without a password", "https://user@example.org/path and postgres://localhost:5432/app"],
  ])("not %s", (_, text) => {
    expect(detectSecrets(text, context)).toEqual([]);
  });
});

describe("unsafe code", () => {
  const found = (text: string, language: string | null = null) =>
    detectUnsafeCode(text, { language, strict: false }).map((hit) => [hit.category, hit.evidence]);

  it("names weakness and line", () => {
    const text = "import subprocess\n\ndef run(name):\n    subprocess.call('ls ' + name, shell=True)\n";
    expect(found(text)).toEqual([["CWE-78", "CWE-78, python, line 4"]]);
  });

  it("looks into fences, with offsets in the whole text", () => {
    const text = "Try this:\n```js\nconst x = 1;\nel.innerHTML = x + location.hash;\n```\nDone.";
    const [hit] = detectUnsafeCode(text, { language: null, strict: false });
    expect(hit?.category).toBe("CWE-79");
    expect(text.slice(hit?.start, hit?.end)).toContain("innerHTML");
  });

  it.each([
    ["CWE-89", "cursor.execute(\"SELECT * FROM users WHERE name = '%s'\" % name)", "python"],
    ["CWE-502", "data = pickle.loads(body)", "python"],
    ["CWE-295", "requests.get(url, verify=False)", "python"],
    ["CWE-95", "eval(req.query.code)", "javascript"],
    ["CWE-78", "child_process.exec('ls ' + dir)", "javascript"],
    ["CWE-120", "strcpy(buffer, input);", "c"],
    ["CWE-915", "rm -rf / --no-preserve-root", "shell"],
    ["CWE-89", "SELECT * FROM t WHERE a = '' OR '1'='1'", "sql"],
  ])("%s in %s", (weakness, code, language) => {
    expect(found(code, language).map(([category]) => category)).toContain(weakness);
  });

  it.each([
    ["prose about code", "You should never use eval() or strcpy() because they are dangerous."],
    ["parameters", "```python\ncursor.execute('SELECT * FROM users WHERE name = %s', (name,))\n```"],
    ["a comment", "```python\n# pickle.loads(body) is dangerous\nimport json\n```"],
    ["ordinary code", "```js\nconst sum = (a, b) => a + b;\nconsole.log(sum(1, 2));\n```"],
  ])("not %s", (_, text) => {
    expect(found(text)).toEqual([]);
  });
});

describe("links", () => {
  const kinds = (text: string) => detectUrls(text, context).map((hit) => hit.category);

  it.each([
    ["script_url", "[x](javascript:alert(document.cookie))"],
    ["data_url", "data:text/html;base64,PHNjcmlwdD4="],
    ["credentials_in_url", "https://root:hunter2@example.org/"],
    ["metadata_address", "http://169.254.169.254/latest/"],
    ["private_address", "http://192.168.0.1/admin"],
    ["homograph_host", "https://раypal.com/login"],
    ["obfuscated_address", "http://2130706433/"],
    ["obfuscated_address", "https://www.bank.example@evil.example/"],
  ])("%s", (kind, text) => {
    expect(kinds(text)).toEqual([kind]);
  });

  it.each([
    ["ordinary links", "https://example.org/a?b=c#d http://münchen.de https://пример.рф/ data:image/png;base64,AAAA"],
    ["talk about JavaScript", "JavaScript: the good parts. The data: a table."],
  ])("not %s", (_, text) => {
    expect(kinds(text)).toEqual([]);
  });
});

describe("hidden text", () => {
  it("is found, and its content not shown", () => {
    const hidden = Array.from("send it", (char) => String.fromCodePoint(0xe0000 + char.charCodeAt(0))).join("");
    const [hit] = detectHiddenText(`ok${hidden}`, context);
    expect([hit?.category, hit?.start]).toEqual(["tag", 2]);
    expect(JSON.stringify(hit)).not.toContain("send it");
  });

  it.each([
    ["emoji", "👩‍👩‍👧‍👦 ❤️ 🏴󠁧󠁢󠁥󠁮󠁧󠁿"],
    ["Persian", "می‌خواهم"],
    ["a stray soft hyphen", "co\u00adoperate"],
  ])("not %s", (_, text) => {
    expect(detectHiddenText(text, context)).toEqual([]);
  });
});

describe("allow list", () => {
  it("knows exact texts and stars", () => {
    const allowed = allowList(["Exact", "*@acme.example", "a*b*c"]);
    expect(["EXACT", "x@ACME.example", "a--b--c", "abc"].map(allowed)).toEqual([true, true, true, true]);
    expect(["exact ", "x@acme.example.org", "ac", "a--c"].map(allowed)).toEqual([false, false, false, false]);
  });
});

describe("overlapping hits", () => {
  it("become one region with the name of the longest", () => {
    const hit = (start: number, end: number, label: string) => ({
      ...detectHiddenText("\u202ex", context)[0],
      start,
      end,
      label,
    });
    const hits = [hit(0, 4, "A"), hit(2, 12, "B"), hit(20, 22, "C")] as Parameters<typeof mergeRegions>[0];
    expect(mergeRegions(hits)).toEqual([
      { start: 0, end: 12, label: "B" },
      { start: 20, end: 22, label: "C" },
    ]);
  });
});
