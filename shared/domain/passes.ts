import type { DayPassFacts } from './facts.ts'
import type { LocalDate } from './ids.ts'

function isUsable(pass: DayPassFacts, date: LocalDate): boolean {
  return pass.usedOn === null && pass.validFrom <= date && date <= pass.expiresOn
}

/** The pass to spend on a day: of the unused ones that are valid on it the one that lapses first, ties by id (R5.1). */
export function choosePass(passes: readonly DayPassFacts[], date: LocalDate): DayPassFacts | null {
  let chosen: DayPassFacts | null = null
  for (const pass of passes) {
    if (isUsable(pass, date) && (chosen === null || lapsesBefore(pass, chosen))) chosen = pass
  }
  return chosen
}

function lapsesBefore(a: DayPassFacts, b: DayPassFacts): boolean {
  return a.expiresOn === b.expiresOn ? a.id < b.id : a.expiresOn < b.expiresOn
}

/** How many passes could be spent on that day: the number on the button (R1.4). */
export function passesLeft(passes: readonly DayPassFacts[], date: LocalDate): number {
  return passes.filter((pass) => isUsable(pass, date)).length
}
