import { useTranslation } from 'react-i18next'
import { Activate } from './activate/Activate.tsx'
import { Frame } from './frame/Frame.tsx'
import { Handoff } from './handoff/Handoff.tsx'
import { Me } from './me/Me.tsx'
import { usePhoneState } from './phone.ts'
import type { Route } from './route.ts'
import './phone.css'

/** The whole page: what it is about, in its frame, once it is known where and who. */
export function App({ route }: { route: Route }) {
  const ready = usePhoneState(({ place, person }) => place !== null && person !== undefined)
  return <Frame>{ready ? <Topic route={route} /> : <Starting />}</Frame>
}

function Topic({ route }: { route: Route }) {
  switch (route.name) {
    case 'handoff':
      return <Handoff token={route.token} />
    case 'activate':
      return <Activate token={route.token} />
    case 'me':
      return <Me />
  }
}

/** Nothing is asked yet; when there is no network the frame says so. */
function Starting() {
  const { t } = useTranslation('common')
  return (
    <main className="starting" aria-busy>
      <p>{t('loading')}</p>
    </main>
  )
}
