import { create } from 'qrcode'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import './access-pass.css'

/** Modules of white around the code: scanners need them. */
const quiet = 4

/** The pass as a QR code, dark on white whatever the theme, large enough for the phone in one's hand. */
export function AccessPass({ pass }: { pass: string }) {
  const { t } = useTranslation('kiosk')
  const code = useMemo(() => (pass ? drawingOf(pass) : null), [pass])
  if (!code)
    return (
      <div className="access-pass access-pass--later">
        <p>{t('done.passLater')}</p>
      </div>
    )
  return (
    <figure className="access-pass">
      <div className="access-pass__place">
        <svg
          className="access-pass__code"
          role="img"
          aria-label={t('done.pass')}
          viewBox={`0 0 ${code.size} ${code.size}`}
          shapeRendering="crispEdges"
        >
          <rect width={code.size} height={code.size} fill="#fff" />
          <path d={code.path} fill="#111" />
        </svg>
      </div>
      <figcaption className="access-pass__how">{t('done.passHow')}</figcaption>
    </figure>
  )
}

/** One path of all dark modules, run by run. */
function drawingOf(text: string): { size: number; path: string } {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  let path = ''
  for (let y = 0; y < modules.size; y++) {
    for (let x = 0; x < modules.size; x++) {
      if (!modules.get(y, x)) continue
      const start = x
      while (x + 1 < modules.size && modules.get(y, x + 1)) x++
      path += `M${start + quiet} ${y + quiet}h${x - start + 1}v1h-${x - start + 1}z`
    }
  }
  return { size: modules.size + 2 * quiet, path }
}
