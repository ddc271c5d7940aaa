import { z } from 'zod'
import { moneySchema, visibilitySchema, weeklyHoursSchema } from '../../../../shared/contract/basics.ts'

/** One entry of `plans:` in foyer.yaml: what people can sign up for, or reception can give them. */
export const planConfig = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]{1,40}$/, 'expected lower-case letters, digits and dashes'),
    name: z.string().trim().min(1).max(80),
    description: z.string().max(500).optional(),
    /** For each period; without it the plan costs nothing. */
    price: moneySchema.strict().optional(),
    /** `continuous`: the doors open while it runs. `passes`: it brings day passes. */
    kind: z.enum(['continuous', 'passes']),
    /** When the doors open for it; without it, at any time (R6.2). */
    hours: weeklyHoursSchema.strict().optional(),
    /** Day passes of each period, and for how many days they are good. */
    passes: z
      .strictObject({
        count: z.number().int().min(1).max(366),
        validDays: z.number().int().min(1).max(3660),
      })
      .optional(),
    /** Minutes of reservations that each period includes. */
    minutes: z.number().int().min(0).max(44_640).optional(),
    /** Ids of what may be reserved at no cost. */
    resources: z.array(z.string().min(1).max(120)).max(200).optional(),
    /** `month`: renewed until it is ended. `once`: one period. */
    period: z.enum(['month', 'once']),
    visibility: visibilitySchema.optional(),
  })
  .superRefine(({ kind, passes, hours }, context) => {
    const wrong = (key: string, message: string): void =>
      context.addIssue({ code: 'custom', path: [key], message })
    if (kind === 'passes' && !passes) wrong('passes', 'expected count and validDays, as the kind is passes')
    if (kind === 'continuous' && passes) wrong('passes', 'expected none, as the kind is continuous')
    if (kind === 'passes' && hours) wrong('hours', 'expected none: day passes are good in opening hours')
  })
export type PlanSetting = z.infer<typeof planConfig>
