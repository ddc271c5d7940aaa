/** The bell of reception, and somebody's question. */
export function SupportDrawing() {
  return (
    <>
      <path
        className="picture__paper"
        d="M178 34h92a14 14 0 0 1 14 14v40a14 14 0 0 1-14 14h-52l-22 18v-18h-18a14 14 0 0 1-14-14V48a14 14 0 0 1 14-14Z"
      />
      <path className="picture__text" d="M184 56H264M184 68H250M184 80H224" />
      <rect className="picture__wood" x="-1200" y="146" width="2800" height="14" />
      <rect className="picture__board" x="-1200" y="160" width="2800" height="1200" />
      <path className="picture__sun" d="M54 132a48 44 0 0 1 96 0Z" />
      <circle className="picture__deep" cx="102" cy="84" r="7" />
      <rect className="picture__deep" x="44" y="132" width="116" height="14" rx="6" />
      <path className="picture__white" d="M72 120q4-16 18-22" />
    </>
  )
}
