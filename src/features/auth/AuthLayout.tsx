import type { ReactNode } from 'react'
import { LanguageMenu } from './LanguageMenu'
import { Logo } from './Logo'
import { WelcomePicture } from './WelcomePicture'

type AuthLayoutProps = {
  title: string
  description?: ReactNode
  children: ReactNode
  /** The line under the form that leads to the other way in. */
  below?: ReactNode
  wide?: boolean
}

export function AuthLayout({ title, description, children, below, wide }: AuthLayoutProps) {
  return (
    <div className="grid min-h-dvh lg:grid-cols-[minmax(0,1fr)_minmax(0,0.9fr)]">
      <div className="flex min-w-0 flex-col px-5 py-5 sm:px-10">
        <header className="flex items-center justify-between gap-4">
          <Logo />
          <LanguageMenu />
        </header>
        <main className="flex flex-1 flex-col justify-center py-10">
          <div className={wide ? 'mx-auto w-full max-w-md' : 'mx-auto w-full max-w-sm'}>
            <h1 className="font-semibold text-2xl tracking-tight [overflow-wrap:anywhere]">{title}</h1>
            {description && <div className="mt-1.5 text-muted">{description}</div>}
            <div className="mt-7">{children}</div>
            {below && <p className="mt-6 text-muted text-sm">{below}</p>}
          </div>
        </main>
      </div>
      <WelcomePicture />
    </div>
  )
}
