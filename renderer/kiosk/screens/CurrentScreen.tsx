import { useView } from '../page.ts'
import { Account } from './Account.tsx'
import { Billing } from './Billing.tsx'
import { Browse } from './Browse.tsx'
import { Code } from './Code.tsx'
import { Desks } from './Desks.tsx'
import { Done } from './Done.tsx'
import { Email } from './Email.tsx'
import { Home } from './Home.tsx'
import { Item } from './Item.tsx'
import { Leave } from './Leave.tsx'
import { Ordered } from './Ordered.tsx'
import { Pairing } from './Pairing.tsx'
import { Phone } from './Phone.tsx'
import { Photo } from './Photo.tsx'
import { Scan } from './Scan.tsx'
import { Starting } from './Starting.tsx'
import { Terms } from './Terms.tsx'
import { Welcome } from './Welcome.tsx'

/** One question a screen: the one that the core is at. */
export function CurrentScreen() {
  const screen = useView((view) => view.screen)
  switch (screen.name) {
    case 'starting':
      return <Starting />
    case 'pairing':
      return <Pairing screen={screen} />
    case 'home':
      return <Home />
    case 'browse':
      return <Browse screen={screen} />
    case 'item':
      return <Item key={screen.item.id} screen={screen} />
    case 'billing':
      return <Billing screen={screen} />
    case 'ordered':
      return <Ordered screen={screen} />
    case 'photo':
      return <Photo screen={screen} />
    case 'scan':
      return <Scan screen={screen} />
    case 'phone':
      return <Phone screen={screen} />
    case 'desks':
      return <Desks screen={screen} />
    case 'email':
      return <Email screen={screen} />
    case 'code':
      return <Code screen={screen} />
    case 'terms':
      return <Terms screen={screen} />
    case 'done':
      return <Done screen={screen} />
    case 'welcome':
      return <Welcome screen={screen} />
    case 'account':
      return <Account screen={screen} />
    case 'leave':
      return <Leave screen={screen} />
  }
}
