import { codeRules } from "#lib/guards/security/code/rule";

export const rustRules = codeRules(
  ["rust"],
  [
    ["unsafe_block", 676, "low", 0.55, "unsafe", /\bunsafe\s{0,3}(?:\{|fn\b|impl\b)/],
    [
      "invalid_certs",
      295,
      "high",
      0.85,
      "danger_accept",
      /danger_accept_invalid_(?:certs|hostnames)\s{0,3}\(\s{0,3}true/,
    ],
    [
      "weak_hash",
      328,
      "medium",
      0.65,
      "md5|sha1|Md5|Sha1|Md4",
      /\b(?:Md[245]|Sha1)::(?:new|digest)\b|\bmd5::compute\b|\bcrypto::(?:md5|sha1)\b/,
    ],
    [
      "arguments",
      807,
      "low",
      0.55,
      "args|current_exe|temp_dir",
      /\benv::(?:args|args_os|current_exe|temp_dir)\s{0,3}\(\)|\bos::(?:args|self_exe_name|tmpdir|self_exe_path)\s{0,3}\(\)|\bcurrent_exe\s{0,3}\(\)/,
    ],
    ["command", 78, "medium", 0.6, "Command::new|run_program", /\bCommand::new\s{0,3}\(\s{0,3}(?!["'])/],
  ],
);
