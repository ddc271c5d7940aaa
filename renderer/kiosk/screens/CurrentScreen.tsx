import { useView } from '../page.ts'
import { Account } from './account/Account.tsx'
import { Billing } from './billing/Billing.tsx'
import { Browse } from './browse/Browse.tsx'
import { Code } from './code/Code.tsx'
import { Desks } from './desks/Desks.tsx'
import { Done } from './done/Done.tsx'
import { Email } from './email/Email.tsx'
import { Home } from './home/Home.tsx'
import { Item } from './item/Item.tsx'
import { Leave } from './leave/Leave.tsx'
import { Ordered } from './ordered/Ordered.tsx'
import { Pairing } from './pairing/Pairing.tsx'
import { Phone } from './phone/Phone.tsx'
import { Photo } from './photo/Photo.tsx'
import { Scan } from './scan/Scan.tsx'
import { Starting } from './starting/Starting.tsx'
import { Terms } from './terms/Terms.tsx'
import { Welcome } from './welcome/Welcome.tsx'

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
