/** A phone with a code on it, held under a scanner. Decoration: what to do stands above. */
export function ScanDrawing() {
  return (
    <svg className="scan-drawing" viewBox="0 0 640 520" aria-hidden>
      <rect className="scan-drawing__back" width="640" height="520" rx="32" />
      <path className="scan-drawing__ray" d="M320 112L140 452H500Z" />
      <rect className="scan-drawing__head" x="224" y="26" width="192" height="72" rx="24" />
      <rect className="scan-drawing__glass" x="256" y="88" width="128" height="18" rx="9" />
      <g transform="translate(0 -8)">
        <rect className="scan-drawing__case" x="232" y="222" width="176" height="272" rx="28" />
        <rect className="scan-drawing__screen" x="244" y="238" width="152" height="240" rx="18" />
        <g className="scan-drawing__code">
          <path d="M262 262h44v44h-44ZM334 262h44v44h-44ZM262 334h44v44h-44Z" />
          <path d="M318 262h8v16h-8ZM318 290h8v22h-8ZM334 318h14v14h-14ZM362 318h16v10h-16ZM318 330h10v24h-10ZM340 346h22v10h-22ZM366 340h12v24h-12ZM318 364h16v14h-16ZM346 366h12v12h-12Z" />
        </g>
        <path className="scan-drawing__hole" d="M272 272h24v24h-24ZM344 272h24v24h-24ZM272 344h24v24h-24Z" />
        <path className="scan-drawing__code" d="M278 278h12v12h-12ZM350 278h12v12h-12ZM278 350h12v12h-12Z" />
        <rect className="scan-drawing__line" x="262" y="398" width="116" height="12" rx="6" />
        <rect className="scan-drawing__line" x="262" y="422" width="76" height="12" rx="6" />
      </g>
      <rect className="scan-drawing__beam" x="196" y="316" width="248" height="6" rx="3" />
    </svg>
  )
}
