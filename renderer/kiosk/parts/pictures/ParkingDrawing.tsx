/** A small car between two lines, and a tree. */
export function ParkingDrawing() {
  return (
    <>
      <circle className="picture__sun" cx="262" cy="52" r="20" />
      <path className="picture__wood" d="M46 96h8v64h-8Z" />
      <circle className="picture__leaf" cx="50" cy="74" r="30" />
      <circle className="picture__hill" cx="34" cy="88" r="18" />
      <rect className="picture__legs" x="276" y="96" width="1" height="64" />
      <rect className="picture__deep" x="262" y="74" width="30" height="30" rx="7" />
      <path className="picture__mark" d="M273 96V82h6a4.5 4.5 0 0 1 0 9h-6" />
      <path
        className="picture__clay"
        d="M98 142v-20q0-8 8-9l20-3q14-24 32-24h26q16 0 28 24l18 4q10 2 10 12v16q0 6-6 6H104q-6 0-6-6Z"
      />
      <path className="picture__sky" d="M138 110q10-16 22-16h8v16ZM176 94h8q12 0 20 16h-28Z" />
      <circle className="picture__deep" cx="132" cy="148" r="15" />
      <circle className="picture__deep" cx="208" cy="148" r="15" />
      <circle className="picture__china" cx="132" cy="148" r="6" />
      <circle className="picture__china" cx="208" cy="148" r="6" />
      <path className="picture__white" d="M66 186L92 164M254 186L244 164" />
    </>
  )
}
