/** What each plan includes. Prices live at the payment provider; limits live here. */
import type { Limits } from "#lib/principal";

export const PLANS = {
  free: { title: "Free", limits: { requestsPerMinute: 60, requestsPerMonth: 10_000, overage: false } },
  pro: { title: "Pro", limits: { requestsPerMinute: 600, requestsPerMonth: 500_000, overage: true } },
  scale: { title: "Scale", limits: { requestsPerMinute: 6_000, requestsPerMonth: 5_000_000, overage: true } },
  unlimited: { title: "Unlimited", limits: { requestsPerMinute: 60_000, requestsPerMonth: null, overage: true } },
} as const satisfies Record<string, { title: string; limits: Limits }>;

export type PlanId = keyof typeof PLANS;

/** Limits of a plan, with an organisation's or a key's own lower or higher ones on top. */
export function limitsFor(plan: string, own: Partial<Limits> | null): Limits {
  const base: Limits = plan in PLANS ? PLANS[plan as PlanId].limits : PLANS.free.limits;
  return { ...base, ...own };
}
