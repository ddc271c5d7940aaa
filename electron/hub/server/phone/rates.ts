import type { System } from '../../../lib/system.ts'
import { type Bucket, tokenBucket } from '../rate.ts'

export interface Rate {
  perSecond: number
  burst: number
}

/** A bucket for each of many callers. Of more than `most` the one that was quiet for longest is forgotten. */
export function createRates(system: System, { perSecond, burst }: Rate, most: number) {
  const buckets = new Map<string, Bucket>()
  return {
    /** False when this caller has to wait. */
    take(caller: string): boolean {
      const bucket = buckets.get(caller) ?? tokenBucket(system, perSecond, burst)
      buckets.delete(caller)
      buckets.set(caller, bucket)
      if (buckets.size > most) {
        const [quiet = ''] = buckets.keys()
        buckets.delete(quiet)
      }
      return bucket.take()
    },
  }
}
