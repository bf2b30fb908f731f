import { codeRules } from "#lib/guards/security/code/rule";

export const shellRules = codeRules(
  ["shell"],
  [
    [
      "remove_root",
      915,
      "critical",
      0.9,
      "rm ",
      /\brm\s+(?:-[a-z]{1,4}\s+){1,3}(?:--no-preserve-root\s+)?["']?(?:\/(?:\s|$|\*|["'])|~(?:\/?\s|\/?$)|\$HOME(?:\s|$))/i,
    ],
    [
      "pipe_to_shell",
      78,
      "high",
      0.8,
      "curl|wget",
      /\b(?:curl|wget)\b[^\n|;]{0,300}\|\s{0,3}(?:sudo\s+)?(?:ba|z|da)?sh\b/,
    ],
    ["fork_bomb", 676, "critical", 0.95, ":()", /:\(\)\s{0,3}\{\s{0,3}:\|:&\s{0,3}\};:/],
    [
      "disk_overwrite",
      915,
      "critical",
      0.9,
      "dd |mkfs|> /dev/",
      /\bdd\s[^\n]{0,120}of=\/dev\/(?:sd|nvme|hd|disk)|\bmkfs(?:\.\w{2,5})?\s+\/dev\/|>\s{0,3}\/dev\/(?:sd|nvme|hd)/,
    ],
    ["world_writable", 732, "medium", 0.7, "chmod", /\bchmod\s+(?:-R\s+)?(?:0?777|a\+rwx|o\+w)\b/],
    [
      "insecure_transfer",
      295,
      "medium",
      0.7,
      "curl|wget",
      /\bcurl\b[^\n]{0,200}\s(?:-k|--insecure)\b|\bwget\b[^\n]{0,200}--no-check-certificate/,
    ],
    [
      "reverse_shell",
      78,
      "critical",
      0.95,
      "/dev/tcp|nc ",
      /\/dev\/tcp\/[\w.-]{3,100}\/\d{1,5}|\bnc(?:at)?\s[^\n]{0,80}-e\s{0,3}\/bin\/(?:ba)?sh/,
    ],
    ["eval", 95, "medium", 0.6, "eval", /^\s{0,20}eval\s+["']?\$/],
  ],
);
