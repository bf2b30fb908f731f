/** What the optimiser and the chunker need to know of a tokenizer. */
export interface Counter {
  count(text: string): number;
  steps(text: string): Steps;
}

/**
 * Places where a text can be cut, none inside a surrogate pair, and the tokens before each: `ends` are
 * UTF-16 offsets, ascending, the last one is the text's length; `tokens[i]` is the count of
 * `text.slice(0, ends[i])` as part of the whole text. A slice counted alone may differ a little.
 */
export interface Steps {
  ends: Int32Array;
  tokens: Float64Array;
  /** 1 where a slice that begins at any end flagged 1 and ends here counts exactly the difference. */
  additive: Uint8Array;
}
