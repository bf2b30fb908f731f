import type { InjectionCategory } from "#lib/guards/security/injection/rules";
import type { Span } from "#lib/guards/text/mapped";

/** One piece of evidence. */
export interface Signal extends Span {
  id: string;
  category: InjectionCategory;
  family: string;
  /** Log-odds. */
  weight: number;
}
