/** A desk of one's own beside a door with a name plate. */
export function OfficeDrawing() {
  return (
    <>
      <rect className="picture__frame" x="34" y="36" width="70" height="124" rx="4" />
      <rect className="picture__leaf" x="41" y="43" width="56" height="117" rx="2" />
      <rect className="picture__paper" x="54" y="62" width="30" height="12" rx="2" />
      <circle className="picture__sun" cx="88" cy="108" r="4" />
      <rect className="picture__wood" x="140" y="58" width="140" height="6" rx="3" />
      <g>
        <rect className="picture__clay" x="152" y="32" width="10" height="26" />
        <rect className="picture__deep" x="164" y="28" width="8" height="30" />
        <rect className="picture__china" x="174" y="36" width="12" height="22" />
        <rect className="picture__leaf" x="188" y="30" width="9" height="28" transform="rotate(10 192 58)" />
        <path className="picture__clay" d="M242 44H266L262 58H246Z" />
        <circle className="picture__leaf" cx="247" cy="36" r="9" />
        <circle className="picture__leaf" cx="260" cy="34" r="10" />
      </g>
      <rect className="picture__deep" x="186" y="84" width="52" height="34" rx="4" />
      <rect className="picture__sky" x="190" y="88" width="44" height="26" rx="2" />
      <rect className="picture__deep" x="208" y="118" width="8" height="8" />
      <rect className="picture__wood" x="146" y="126" width="136" height="10" rx="5" />
      <path className="picture__legs" d="M160 136V174M268 136V174" />
      <rect className="picture__china" x="252" y="114" width="13" height="12" rx="3" />
    </>
  )
}
