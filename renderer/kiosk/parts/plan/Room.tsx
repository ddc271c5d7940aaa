import type { Area, Plan } from './geometry.ts'
import './room.css'

/** The room seen from above: walls, windows, the door, a rug under every area, plants. Decoration only. */
export function Room({ plan }: { plan: Plan }) {
  const { width, height } = plan
  const windows = Math.max(1, Math.floor(width / 2.4))
  const step = width / windows
  const door = doorOf(plan)
  return (
    <svg className="room" viewBox={`-0.1 -0.1 ${width + 0.2} ${height + 0.2}`} aria-hidden>
      <rect className="room__floor" width={width} height={height} rx={0.16} />
      {plan.areas.map((area) => (
        <Rug key={area.name} area={area} />
      ))}
      <rect className="room__wall" width={width} height={height} rx={0.16} />
      {Array.from({ length: windows }, (_, i) => (
        <rect
          key={`window-${i.toString()}`}
          className="room__glass"
          x={i * step + step * 0.18}
          y={-0.045}
          width={step * 0.64}
          height={0.09}
        />
      ))}
      {door !== null && <Door x={door} y={height} />}
      <Plant x={width - 0.24} y={0.26} size={0.2} />
      <Plant x={0.24} y={height - 0.24} size={0.17} />
    </svg>
  )
}

/** Where along the lower wall a door can open without standing in an area; null = nowhere. */
function doorOf({ width, height, areas }: Plan): number | null {
  const inTheWay = areas.filter((area) => area.y + area.height > height - 0.85)
  for (let x = width - 1.4; x > 0.6; x -= 0.2) {
    if (!inTheWay.some((area) => x + 0.9 > area.x && x - 0.1 < area.x + area.width)) return x
  }
  return null
}

function Rug({ area }: { area: Area }) {
  return <rect className="room__rug" x={area.x} y={area.y} width={area.width} height={area.height} rx={0.2} />
}

/** A gap in the wall, and the leaf that stands open into the room. */
function Door({ x, y }: { x: number; y: number }) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <path className="room__gap" d="M0 0H0.8" />
      <path className="room__swing" d="M0.8 0A0.8 0.8 0 0 0 0.4 -0.69" />
      <path className="room__leaf" d="M0 0L0.4 -0.69" />
    </g>
  )
}

/** Leaves around a middle. */
function Plant({ x, y, size }: { x: number; y: number; size: number }) {
  return (
    <g transform={`translate(${x} ${y})`}>
      {[0, 72, 144, 216, 288].map((turn) => (
        <ellipse
          key={turn}
          className="room__plant"
          cy={-size * 0.5}
          rx={size * 0.34}
          ry={size * 0.56}
          transform={`rotate(${turn})`}
        />
      ))}
    </g>
  )
}
