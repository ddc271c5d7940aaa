/** One line of BENCH.md's table, as `--json` writes it. Smaller is better, whatever the unit. */
export interface Row {
  name: string
  unit: string
  foyer: number
  /** The least that the same libraries can do for the same work; null = there is no such thing, see `bound`. */
  floor: number | null
  /** foyer / floor: the median of the pairs' own ratios. */
  ratio: number | null
  /** The most that `ratio` may be; without a floor the most that `foyer` may be. */
  bound: number
  /** The same work by other libraries, in `unit`. */
  peers: Record<string, number>
  /** Pairs that were counted. */
  n: number
  /** Smallest and largest of either side. */
  spread: { foyer: [number, number]; floor: [number, number] | null }
}

/** One figure of a run and what stands about it in the table. */
export interface Figure {
  name: string
  unit: string
  bound: number
}

/** Figures that come out of the same runs, e.g. p50 and p95 of one pass of check-ins. */
export interface Contest<F extends string> {
  figures: Record<F, Figure>
  /** One run of ours. */
  foyer(): Promise<Record<F, number>>
  /** One run of the floor; null = there is none. */
  floor: (() => Promise<Record<F, number>>) | null
  /** At least 5, which it is when left out. */
  pairs?: number
}

/** Runs ours and its floor in turn (A B A B …) after one uncounted pair, and takes medians: machines are noisy. */
export async function contest<F extends string>(of: Contest<F>): Promise<Row[]> {
  const ours: Record<F, number>[] = []
  const least: Record<F, number>[] = []
  const n = of.pairs ?? 5
  for (let pair = 0; pair <= n; pair++) {
    const a = await of.foyer()
    const b = await of.floor?.()
    if (pair === 0) continue
    ours.push(a)
    if (b) least.push(b)
  }
  return (Object.keys(of.figures) as F[]).map((key) => {
    const foyer = ours.map((run) => run[key])
    const floor = of.floor && least.map((run) => run[key])
    return {
      ...of.figures[key],
      foyer: median(foyer),
      floor: floor && median(floor),
      // Pair by pair, so that a machine that slows down half-way slows both sides.
      ratio: floor && median(foyer.map((value, index) => value / (floor[index] as number))),
      peers: {},
      n,
      spread: { foyer: range(foyer), floor: floor && range(floor) },
    }
  })
}

/** Whether a row is over its bound. A figure that is no number is: whatever was to be measured did not happen. */
export function isOver({ ratio, foyer, bound }: Row): boolean {
  return !((ratio ?? foyer) <= bound)
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

/** The value below which `share` (0 to 1) of the values lie. NaN when there are none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

function range(values: readonly number[]): [number, number] {
  return [Math.min(...values), Math.max(...values)]
}
