import { describe, expect, it } from "vitest";
import { checkCitations } from "#lib/guards/trust/citations/check";
import { isIsbn, isIssn } from "#lib/guards/trust/citations/identifiers";

describe("checkCitations", () => {
  it.each([
    ["ISBN 978-0-306-40615-8", "isbn"],
    ["ISSN 0378-5956", "issn"],
    ["arXiv:2313.01234", "arxiv"],
    ["arXiv:1407.12345", "arxiv"],
    ["PMID: 123456789012", "pmid"],
    ["doi:10.1234/example.5678", "doi"],
    ["https://www.website.com/article", "url"],
    ["http://300.12.4.5/report", "url"],
    ["(Maurer et al., 3019)", "year"],
  ])("%s cannot be right", (text, kind) => {
    const [found] = checkCitations(`It is said in ${text} somewhere.`).suspicious;
    expect(found?.kind).toBe(kind);
  });

  it.each([
    "ISBN 978-0-306-40615-7",
    "ISBN 0-306-40615-2",
    "ISSN 0378-5955",
    "arXiv:1706.03762",
    "arXiv:0704.0001v2",
    "PMID: 12345678",
    "doi:10.1038/nature14539",
    "https://developer.mozilla.org/en-US/docs/Web",
    "https://münchen.de/",
    "http://localhost:3000/x",
    "(Shannon, 1948)",
  ])("%s may be right", (text) => {
    expect(checkCitations(`It is said in ${text} somewhere.`)).toEqual({ checked: 1, suspicious: [] });
  });

  it("compares numbered references with their list", () => {
    const text = "Shown in [1] and [4].\n\n[1] First source\n[2] Second source";
    const [found] = checkCitations(text).suspicious;
    expect(text.slice(found?.start, found?.end)).toBe("[4]");
  });

  it("counts X as ten", () => {
    expect(isIsbn("080442957X")).toBe(true);
    expect(isIssn("2434561X")).toBe(true);
    expect(isIsbn("0804429571")).toBe(false);
  });
});
