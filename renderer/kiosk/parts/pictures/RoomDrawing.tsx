/** A table with chairs under a lamp, and a screen on the wall. */
export function RoomDrawing() {
  return (
    <>
      <path className="picture__light" d="M20 158L84 34H132L68 158ZM88 158L152 34H172L108 158Z" />
      <rect className="picture__frame" x="196" y="40" width="92" height="56" rx="5" />
      <rect className="picture__sky" x="201" y="45" width="82" height="46" rx="2" />
      <path className="picture__hill" d="M201 91V78q20-22 42-6t40-8v27Z" />
      <path className="picture__line" d="M124 -400V44" />
      <path className="picture__clay" d="M92 66a32 26 0 0 1 64 0Z" />
      <path className="picture__glow" d="M92 66H156L176 112H72Z" />
      <g className="picture__deep">
        <rect x="62" y="96" width="26" height="40" rx="9" />
        <rect x="112" y="92" width="26" height="40" rx="9" />
        <rect x="162" y="96" width="26" height="40" rx="9" />
      </g>
      <rect className="picture__wood" x="36" y="120" width="178" height="12" rx="6" />
      <path className="picture__legs" d="M54 132L48 172M196 132L202 172" />
      <rect className="picture__china" x="104" y="108" width="14" height="12" rx="3" />
      <rect className="picture__paper" x="136" y="115" width="30" height="5" rx="1.5" />
      <g className="picture__leaf">
        <ellipse cx="262" cy="126" rx="9" ry="26" transform="rotate(-24 262 150)" />
        <ellipse cx="262" cy="126" rx="9" ry="28" transform="rotate(24 262 150)" />
        <ellipse cx="262" cy="122" rx="9" ry="30" />
      </g>
      <path className="picture__clay" d="M246 146H278L273 174H251Z" />
    </>
  )
}
