/** A key on its hook beside a calendar. */
export function PlanDrawing() {
  return (
    <>
      <path className="picture__light" d="M200 158L256 30H296L240 158Z" />
      <rect className="picture__paper" x="54" y="42" width="112" height="104" rx="8" />
      <path className="picture__clay" d="M54 66V50a8 8 0 0 1 8-8h96a8 8 0 0 1 8 8v16Z" />
      <g className="picture__board">
        {[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((i) => (
          <rect key={i} x={68 + (i % 4) * 23} y={78 + Math.floor(i / 4) * 21} width="15" height="13" rx="3" />
        ))}
      </g>
      <rect className="picture__leaf" x="91" y="99" width="15" height="13" rx="3" />
      <circle className="picture__deep" cx="226" cy="52" r="6" />
      <g transform="rotate(6 226 52)">
        <path className="picture__ring" d="M226 52a15 15 0 1 0 .1 0Z" />
        <path className="picture__key" d="M226 82V134M226 118H240M226 130H236" />
        <path className="picture__leaf" d="M234 78l18 8-10 26-14-6Z" />
      </g>
      <rect className="picture__wood" x="30" y="158" width="260" height="6" />
    </>
  )
}
