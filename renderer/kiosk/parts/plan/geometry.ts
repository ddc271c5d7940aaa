/** A desk as the catalogue places it; units are the plan's own. */
export interface Placed {
  id: string
  area: string
  x: number
  y: number
}

export interface Spot {
  id: string
  x: number
  y: number
  /** Where the chair stands: rows sit face to face. */
  chair: 'above' | 'below'
}

export interface Area {
  name: string
  x: number
  y: number
  width: number
  height: number
}

/** The plan in desk pitches: neighbouring desks are 1 apart, so everything else can be drawn in proportion. */
export interface Plan {
  width: number
  height: number
  spots: Spot[]
  areas: Area[]
}

/** Room around things, in pitches. The label of an area stands above its desks. */
const pad = { side: 0.6, below: 0.6, above: 0.8, wall: 0.22 }

/** Empty stretches are drawn no longer than this, so that desks are large enough for a finger. */
export const gaps = { wide: 2.4, tight: 1.6 } as const

/** How much one direction may be stretched against the other before the place looks wrong. */
const stretch = 1.4

/**
 * How far apart neighbours stand in both directions. Two desks are neighbours in the direction in which they are
 * further apart, so one pitch in that direction keeps them from touching.
 */
export function pitchOf(desks: readonly Placed[]): { x: number; y: number } {
  const x = nearest(desks, 'x', 'y', (along, across) => along >= across && along > 0)
  const y = nearest(desks, 'y', 'x', (along, across) => along > across)
  if (!Number.isFinite(x) && !Number.isFinite(y)) return { x: 1, y: 1 }
  return { x: Math.min(x, y * stretch), y: Math.min(y, x * stretch) }
}

/**
 * The least distance along an axis between two desks that are neighbours in it; Infinity when there are none. Swept in
 * order, so a desk is compared only with those nearer than the least so far: a thousand desks took 60 ms of the first screen.
 */
function nearest(
  desks: readonly Placed[],
  axis: 'x' | 'y',
  other: 'x' | 'y',
  areNeighbours: (along: number, across: number) => boolean,
): number {
  const swept = desks.toSorted((a, b) => a[axis] - b[axis])
  let least = Number.POSITIVE_INFINITY
  for (const [i, a] of swept.entries()) {
    for (let j = i + 1; j < swept.length; j++) {
      const b = swept[j] as Placed
      const along = b[axis] - a[axis]
      if (along >= least) break
      if (areNeighbours(along, Math.abs(a[other] - b[other]))) least = along
    }
  }
  return least
}

/** Draws long empty stretches between coordinates together; order and neighbourhood stay. */
function squeezed(values: readonly number[], longest: number): Map<number, number> {
  const places = new Map<number, number>()
  let before: number | undefined
  let at = 0
  for (const value of [...new Set(values)].toSorted((a, b) => a - b)) {
    at += before === undefined ? 0 : Math.min(value - before, longest)
    places.set(value, at)
    before = value
  }
  return places
}

/** Desks in pitches from 0, 0, without long empty stretches. */
function scaledOf(desks: readonly Placed[], longest: number): Placed[] {
  const pitch = pitchOf(desks)
  const xs = squeezed(
    desks.map((desk) => desk.x / pitch.x),
    longest,
  )
  const ys = squeezed(
    desks.map((desk) => desk.y / pitch.y),
    longest,
  )
  return desks.map((desk) => ({
    ...desk,
    x: xs.get(desk.x / pitch.x) ?? 0,
    y: ys.get(desk.y / pitch.y) ?? 0,
  }))
}

function areaOf(name: string, members: readonly Placed[]): Area {
  const xs = members.map((desk) => desk.x)
  const ys = members.map((desk) => desk.y)
  const left = Math.min(...xs) - pad.side
  const top = Math.min(...ys) - pad.above
  return {
    name,
    x: left,
    y: top,
    width: Math.max(...xs) + pad.side - left,
    height: Math.max(...ys) + pad.below - top,
  }
}

/** The same place seen with its left wall at the bottom. */
export function turned<D extends Placed>(desks: readonly D[]): D[] {
  return desks.map((desk) => ({ ...desk, x: desk.y, y: -desk.x }))
}

/** Lays the catalogue's desks out: areas around their desks, a room around the areas, all of it from 0, 0. */
export function planOf(desks: readonly Placed[], longest: number = gaps.wide): Plan {
  if (desks.length === 0) return { width: 1, height: 1, spots: [], areas: [] }
  const scaled = scaledOf(desks, longest)
  const names = [...new Set(scaled.map((desk) => desk.area))]
  const areas = names.map((name) =>
    areaOf(
      name,
      scaled.filter((desk) => desk.area === name),
    ),
  )
  const left = Math.min(...areas.map((area) => area.x)) - pad.wall
  const top = Math.min(...areas.map((area) => area.y)) - pad.wall
  const right = Math.max(...areas.map((area) => area.x + area.width)) + pad.wall
  const bottom = Math.max(...areas.map((area) => area.y + area.height)) + pad.wall
  const rows = new Map(names.map((name) => [name, rowsOf(scaled.filter((desk) => desk.area === name))]))
  return {
    width: right - left,
    height: bottom - top,
    areas: areas.map((area) => ({ ...area, x: area.x - left, y: area.y - top })),
    spots: scaled.map((desk) => ({
      id: desk.id,
      x: desk.x - left,
      y: desk.y - top,
      chair: (rows.get(desk.area)?.indexOf(rowOf(desk)) ?? 0) % 2 === 0 ? 'above' : 'below',
    })),
  }
}

/** Desks that stand about as far from the upper wall as each other are one row. */
function rowOf(desk: Placed): number {
  return Math.round(desk.y * 2)
}

/** The rows of an area, from the top. */
function rowsOf(members: readonly Placed[]): number[] {
  return [...new Set(members.map(rowOf))].toSorted((a, b) => a - b)
}
