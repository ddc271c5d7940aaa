/** A projector on its stand, and what it throws on the wall. */
export function EquipmentDrawing() {
  return (
    <>
      <rect className="picture__paper" x="34" y="30" width="128" height="80" rx="4" />
      <circle className="picture__sun" cx="128" cy="56" r="12" />
      <path className="picture__hill" d="M42 102V88q22-32 46-10t66-6v30Z" />
      <path className="picture__glow" d="M34 30L236 106V120L162 110Z" />
      <rect className="picture__deep" x="222" y="94" width="66" height="34" rx="10" />
      <circle className="picture__china" cx="234" cy="111" r="10" />
      <circle className="picture__sky" cx="234" cy="111" r="6" />
      <path className="picture__line" d="M256 106H278M256 114H278" />
      <path className="picture__legs" d="M255 128V142M255 142L232 178M255 142L278 178M255 142V180" />
    </>
  )
}
