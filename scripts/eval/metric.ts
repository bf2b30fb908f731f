/** One measured number of an evaluation. */
export interface Metric {
  /** Stable name, e.g. `security.injection.recall@fpr0.01 [deepset_train]`. */
  name: string;
  value: number;
  better: "higher" | "lower";
  /** How many texts the number rests on. */
  n: number;
}

/** An evaluation of one guard: `rows` reads a public data file, or an empty list where it is not there. */
export type Evaluate = (rows: RowReader) => Metric[] | Promise<Metric[]>;

export type RowReader = <Row>(file: string) => Row[];
