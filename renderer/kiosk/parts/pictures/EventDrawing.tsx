const bulbs = [
  [28, 41],
  [66, 56],
  [106, 64],
  [146, 64],
  [186, 62],
  [224, 54],
  [262, 42],
  [296, 28],
] as const

/** An evening: bulbs on a string, a lectern, and people who listen. */
export function EventDrawing() {
  return (
    <>
      <path className="picture__line" d="M-40 10Q60 66 160 58T360 -6" />
      {bulbs.map(([x, y]) => (
        <circle key={x} className="picture__sun" cx={x} cy={y + 6} r="6.5" />
      ))}
      <path className="picture__glow" d="M160 64L262 166H58Z" />
      <circle className="picture__clay" cx="160" cy="92" r="11" />
      <path className="picture__leaf" d="M140 138v-18q0-16 20-16t20 16v18Z" />
      <path className="picture__wood" d="M142 124H178L172 166H148Z" />
      <path className="picture__line" d="M160 124V112" />
      <g className="picture__deep">
        <path d="M26 204v-18a22 22 0 0 1 44 0v18ZM84 208v-18a22 22 0 0 1 44 0v18ZM194 208v-18a22 22 0 0 1 44 0v18ZM252 204v-18a22 22 0 0 1 44 0v18Z" />
        <circle cx="48" cy="152" r="13" />
        <circle cx="106" cy="156" r="13" />
        <circle cx="216" cy="156" r="13" />
        <circle cx="274" cy="152" r="13" />
      </g>
    </>
  )
}
