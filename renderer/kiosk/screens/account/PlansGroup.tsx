import { Ticket } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDate } from '../../../i18n/format.ts'
import { Confirm } from '../../../ui/Confirm.tsx'
import { type ScreenOf, useLocale, useSend, useView } from '../../page.ts'
import { Group } from './Group.tsx'
import { GroupRow, RowButton } from './GroupRow.tsx'

type Plan = ScreenOf<'account'>['plans'][number]

/** Day passes and plans: from when to when, when they are renewed, and their end. */
export function PlansGroup({ screen: { plans, passesLeft } }: { screen: ScreenOf<'account'> }) {
  const { t } = useTranslation('kiosk')
  const send = useSend()
  const [asked, setAsked] = useState<Plan | null>(null)
  const runs = useRuns()
  const rows: (Plan | 'passes')[] = ['passes', ...plans]
  return (
    <>
      <Group icon={Ticket} title={t('account.plansAndPasses')} items={rows}>
        {(plan) =>
          plan === 'passes' ? (
            <GroupRow
              key="passes"
              name={t('account.passes')}
              detail={t('account.passesLeft', { count: passesLeft })}
            />
          ) : (
            <GroupRow
              key={plan.id}
              name={plan.name}
              detail={runs(plan)}
              action={
                plan.renewsOn && (
                  <RowButton label={t('account.endPlan')} about={plan.name} onClick={() => setAsked(plan)} />
                )
              }
            />
          )
        }
      </Group>
      {asked && (
        <Confirm
          title={t('account.endTitle', { plan: asked.name })}
          text={t('account.endText')}
          yes={t('account.endYes')}
          no={t('account.keep')}
          onYes={() => {
            send('endPlan', { subscription: asked.id })
            setAsked(null)
          }}
          onNo={() => setAsked(null)}
        />
      )}
    </>
  )
}

/** "since 1 Oct · renewed on 1 Dec". */
function useRuns(): (plan: Plan) => string {
  const { t } = useTranslation('kiosk')
  const { language } = useLocale()
  const today = useView((view) => view.catalogue.today)
  const day = (date: string): string => formatDate(date, today, language)
  return ({ startsOn, endsOn, renewsOn }) => {
    if (endsOn) return t('account.fromTo', { from: day(startsOn), to: day(endsOn) })
    const begun = t(startsOn > today ? 'account.from' : 'account.running', { day: day(startsOn) })
    return renewsOn ? `${begun} · ${t('account.renews', { day: day(renewsOn) })}` : begun
  }
}
