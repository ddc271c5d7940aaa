import { FileText } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Billing } from '../../../../shared/contract/basics.ts'
import { countryName } from '../../../i18n/format.ts'
import { useLocale, useSend, useView } from '../../page.ts'
import { Group } from './Group.tsx'
import { GroupRow, RowButton } from './GroupRow.tsx'

/** Whom bills are made out to; not there where the place does not ask for it (R3.3). */
export function BillingGroup({ billing }: { billing: Billing | null }) {
  const { t } = useTranslation('kiosk')
  const { language } = useLocale()
  const send = useSend()
  const asked = useView((view) => view.shell.location?.asksBilling ?? false)
  if (!asked || !billing) return null
  const { street, postalCode, city, country, taxId } = billing
  const address = [street, `${postalCode} ${city}`, countryName(country, language), taxId]
  return (
    <Group icon={FileText} title={t('account.billing')} items={[billing]}>
      {({ name }) => (
        <GroupRow
          key="billing"
          name={name}
          detail={address.filter(Boolean).join(', ')}
          action={
            <RowButton
              label={t('account.editBilling')}
              about={name}
              onClick={() => send('editBilling', {})}
            />
          }
        />
      )}
    </Group>
  )
}
