/** One row of BENCH.md's table. `ratio` = foyer / floor, so smaller is better whatever the unit, except `commands`. */
export interface Row {
  name: string
  unit: string
  foyer: number
  floor: number
  ratio: number
  /** The most that `ratio` may be. */
  bound: number
  peers: Record<string, number>
  /** Pairs that were run. */
  n: number
  /** Smallest and largest of either side. */
  spread: { foyer: [number, number]; floor: [number, number] }
}

export interface Contest {
  name: string
  unit: string
  bound: number
  /** One run of ours, and of the least that the same libraries can do: a figure each, smaller is better. */
  foyer(): Promise<number>
  floor(): Promise<number>
}

const pairs = 5

/** Runs ours and its floor in turn (A B A B …) after one uncounted pair, and takes medians: machines are noisy. */
export async function contest({ name, unit, bound, foyer, floor }: Contest, n = pairs): Promise<Row> {
  const ours: number[] = []
  const least: number[] = []
  for (let pair = -1; pair < n; pair++) {
    const a = await foyer()
    const b = await floor()
    if (pair < 0) continue
    ours.push(a)
    least.push(b)
  }
  return {
    name,
    unit,
    foyer: median(ours),
    floor: median(least),
    // Pair by pair, so that a machine that slows down half-way slows both sides.
    ratio: median(ours.map((value, index) => value / (least[index] as number))),
    bound,
    peers: {},
    n,
    spread: { foyer: range(ours), floor: range(least) },
  }
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
