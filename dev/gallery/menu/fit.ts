interface Box {
  width: number
  height: number
}

export interface Layout {
  columns: number
  /** How much smaller than life each frame is drawn; at most 1. */
  scale: number
}

/** In how many columns `count` frames of a size are seen largest, all at once. `gap` lies around each. */
export function fit(count: number, frame: Box, room: Box, gap: Box): Layout {
  let best: Layout = { columns: 1, scale: 0 }
  for (let columns = 1; columns <= count; columns++) {
    const rows = Math.ceil(count / columns)
    const across = (room.width / columns - gap.width) / frame.width
    const down = (room.height / rows - gap.height) / frame.height
    const scale = Math.min(across, down, 1)
    if (scale > best.scale) best = { columns, scale }
  }
  return best
}
