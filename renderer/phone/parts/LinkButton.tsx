import { ArrowRight } from 'lucide-react'

/** Leads to another page of ours, and looks like the thing to do next. */
export function LinkButton({ href, label }: { href: string; label: string }) {
  return (
    <a className="button button--primary button--wide link-button" href={href}>
      <ArrowRight aria-hidden />
      {label}
    </a>
  )
}
