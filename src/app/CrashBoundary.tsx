import { Component, type ReactNode } from 'react'
import { CrashPage } from './CrashPage'

/** The last net: whatever breaks outside the router still leaves the reader with a way out. */
export class CrashBoundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError = () => ({ broken: true })

  override render() {
    return this.state.broken ? <CrashPage /> : this.props.children
  }
}
