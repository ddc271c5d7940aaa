/** A shelf under a striped awning: a mug, a jar, a loaf, a book. */
export function ShopDrawing() {
  return (
    <>
      <g>
        {[0, 1, 2, 3, 4, 5, 6].map((i) => (
          <path
            key={i}
            className={i % 2 === 0 ? 'picture__clay' : 'picture__china'}
            d={`M${34 + i * 36} 26h36v24a18 16 0 0 1 -36 0Z`}
          />
        ))}
      </g>
      <rect className="picture__wood" x="30" y="142" width="260" height="10" rx="5" />
      <path className="picture__legs" d="M52 152V190M268 152V190" />
      <path className="picture__leaf" d="M56 106h40v26a10 10 0 0 1-10 10H66a10 10 0 0 1-10-10Z" />
      <path className="picture__handle" d="M97 112q18 0 16 12t-18 10" />
      <path className="picture__line" d="M68 98q-4-6 0-12t0-12M84 98q-4-6 0-12t0-12" />
      <rect className="picture__sky" x="132" y="98" width="34" height="44" rx="8" />
      <rect className="picture__deep" x="135" y="88" width="28" height="11" rx="3" />
      <rect className="picture__paper" x="132" y="112" width="34" height="16" />
      <path className="picture__sun" d="M186 142q-6-34 28-34t28 34Z" />
      <path className="picture__line" d="M200 120l8 9M214 116l8 9" />
      <rect
        className="picture__deep"
        x="252"
        y="98"
        width="16"
        height="44"
        rx="2"
        transform="rotate(8 260 142)"
      />
    </>
  )
}
