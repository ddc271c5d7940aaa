import { KiosksSection } from '../kiosks/KiosksSection.tsx'
import { Pane } from '../ui/Pane.tsx'
import { DoorsSection } from './DoorsSection.tsx'

/** What stands in the house: its doors, and the devices that serve people. */
export function DoorsPane() {
  return (
    <Pane area="doors">
      <DoorsSection />
      <KiosksSection />
    </Pane>
  )
}
