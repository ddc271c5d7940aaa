/** Notes on a board. */
export function FeedDrawing() {
  return (
    <>
      <rect className="picture__wood" x="40" y="24" width="240" height="146" rx="8" />
      <rect className="picture__board" x="49" y="33" width="222" height="128" rx="4" />
      <g transform="rotate(-4 106 96)">
        <rect className="picture__paper" x="66" y="50" width="80" height="94" rx="2" />
        <path className="picture__text" d="M78 72H134M78 86H126M78 100H132M78 114H112" />
        <circle className="picture__clay" cx="106" cy="54" r="5" />
      </g>
      <g transform="rotate(3 206 82)">
        <rect className="picture__china" x="166" y="48" width="82" height="60" rx="2" />
        <path className="picture__hill" d="M166 108V94q20-24 42-8t40-8v30Z" />
        <circle className="picture__sun" cx="230" cy="66" r="8" />
        <circle className="picture__leaf" cx="207" cy="51" r="5" />
      </g>
      <g transform="rotate(-2 210 134)">
        <rect className="picture__glow" x="176" y="116" width="64" height="36" rx="2" />
        <path className="picture__text" d="M186 130H228M186 140H214" />
      </g>
    </>
  )
}
