import { useId, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CatalogueSlice } from '../../../../shared/contract/kiosk-view.ts'
import type { ItemId } from '../../../../shared/domain/ids.ts'
import { DeskPicture } from '../../parts/plan/DeskPicture.tsx'
import type { Plan, Spot } from '../../parts/plan/geometry.ts'
import type { DeskLook } from '../../parts/plan/looks.ts'
import { PlanFrame, placeOf } from '../../parts/plan/PlanFrame.tsx'
import { usePlan } from '../../parts/plan/usePlan.ts'
import { useFeatures } from '../../parts/useFeatures.ts'
import './floor-plan.css'

type Desk = CatalogueSlice['desks'][number]

interface FloorPlanProps {
  desks: readonly Desk[]
  selected: ItemId | null
  onPick: (desk: ItemId) => void
}

/** Desks as a place. The same elements are a radio group for the keyboard and for screen readers. */
export function FloorPlan({ desks, selected, onPick }: FloorPlanProps) {
  const { t } = useTranslation('kiosk')
  const plan = usePlan(desks)
  const byId = useMemo(() => new Map(desks.map((desk) => [desk.id, desk])), [desks])
  return (
    <div className="floor-plan" role="radiogroup" aria-label={t('desks.title')}>
      <PlanFrame plan={plan}>
        {plan.spots.map((spot) => {
          const desk = byId.get(spot.id)
          return (
            desk && (
              <DeskRadio
                key={spot.id}
                desk={desk}
                spot={spot}
                plan={plan}
                picked={desk.id === selected}
                onPick={onPick}
              />
            )
          )
        })}
      </PlanFrame>
    </div>
  )
}

interface DeskRadioProps {
  desk: Desk
  spot: Spot
  plan: Plan
  picked: boolean
  onPick: (desk: ItemId) => void
}

function DeskRadio({ desk, spot, plan, picked, onPick }: DeskRadioProps) {
  const { t } = useTranslation('kiosk')
  const id = useId()
  const words = useFeatures()
  const look: DeskLook = picked ? 'picked' : desk.state
  const description = [t(`desks.legend.${desk.state}`), desk.area, ...words(desk.features)]
    .filter(Boolean)
    .join(', ')
  return (
    <label className={`desk desk--${look} desk--radio`} style={placeOf(spot, plan)}>
      <input
        className="desk__input"
        type="radio"
        name="desk"
        value={desk.id}
        checked={picked}
        disabled={desk.state === 'taken' || desk.state === 'assigned'}
        aria-label={desk.label}
        aria-describedby={id}
        onChange={() => onPick(desk.id)}
      />
      <DeskPicture label={desk.label} look={look} chair={spot.chair} />
      <span id={id} className="visually-hidden">
        {description}
      </span>
    </label>
  )
}
