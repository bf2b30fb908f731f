// Every path and npm script that a document names must exist.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { runAsScript, type Violation } from "#scripts/check/violation";

/** Made by running things, so absent from a fresh clone. */
const GENERATED = /^(?:\.local|\.vercel|node_modules|coverage|dist)(?:\/|$)/;
const NOT_OURS = /^(?:node_modules|\.git|\.local|\.vercel|coverage|dist)$/;

const FILE_NAME = /^[\w-][\w.-]*\.(?:ts|mjs|json|jsonl|md|sql|ya?ml|sh)$/;
const PATH = /^\.?[\w-][\w.-]*(?:\/[\w.-]+)+\/?$/;

export function checkDocs(root: string): Violation[] {
  const names = listNames(root);
  const scripts = Object.keys(JSON.parse(readFileSync(join(root, "package.json"), "utf8")).scripts ?? {});
  return [...names]
    .filter((path) => path.endsWith(".md"))
    .flatMap((file) => {
      const lines = readFileSync(join(root, file), "utf8").split("\n");
      return lines.flatMap((text, index) =>
        [
          ...missingPaths(root, dirname(file), text, names),
          ...missingLinks(root, dirname(file), text),
          ...missingScripts(text, scripts),
        ].map((message) => ({ file, line: index + 1, message })),
      );
    });
}

/** All files and folders of the project, relative to its root. */
function listNames(root: string, folder = "."): Set<string> {
  const names = new Set<string>();
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    if (NOT_OURS.test(entry.name)) continue;
    const path = join(folder, entry.name);
    names.add(path);
    if (entry.isDirectory()) for (const inner of listNames(root, path)) names.add(inner);
  }
  return names;
}

function missingPaths(root: string, folder: string, text: string, names: Set<string>): string[] {
  const spans = [...text.matchAll(/`([^`]+)`/g)].map(([, span = ""]) => span.replace(/:\d+$/, ""));
  const topLevel = new Set([...names].map((name) => name.split("/")[0]));
  return spans.flatMap((span) => {
    if (GENERATED.test(span)) return [];
    if (FILE_NAME.test(span)) {
      const known = [...names].some((name) => name === span || name.endsWith(`/${span}`));
      return known ? [] : [`no file is called ${span}: correct the name or remove it`];
    }
    if (!PATH.test(span) || !(topLevel.has(span.split("/")[0] ?? "") || FILE_NAME.test(span.split("/").at(-1) ?? "")))
      return [];
    const found = [join(root, span), join(root, folder, span)].some(
      (path) => existsSync(path) || existsSync(`${path}.ts`),
    );
    return found ? [] : [`${span} does not exist: correct the path or remove it`];
  });
}

function missingLinks(root: string, folder: string, text: string): string[] {
  const targets = [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map(([, target = ""]) => target);
  return targets
    .filter((target) => !/^[a-z]+:/i.test(target) && !existsSync(join(root, folder, target)))
    .map((target) => `the link to ${target} leads nowhere: correct it or remove it`);
}

function missingScripts(text: string, scripts: readonly string[]): string[] {
  const named = [...text.matchAll(/\bnpm (?:run ([\w:.-]*\w)|(test|start)\b)/g)].map(
    ([, run, short]) => run ?? short ?? "",
  );
  return named
    .filter((name) => !scripts.includes(name))
    .map((name) => `package.json has no script "${name}": add it or correct the command`);
}

await runAsScript(import.meta.url, () => checkDocs(resolve(".")));
