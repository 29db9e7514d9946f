import { type Context, type Emitter, LiquidError, Output, RenderError, type Template } from 'liquidjs'
import { cleanText, cleanValue } from './cleanText.ts'
import { warns } from './issue.ts'
import { type MailContext, mailContext } from './liquidContext.ts'
import { LiquidLimitError, liquidLimits } from './liquidLimits.ts'

/** Stands in the text for a value. It is a control character, and `cleanText` takes those out of everything else. */
export const MARK = '\u0001'

/** Collects what a template writes; a list's or capture's own collector has no `writeValue`. */
class TextEmitter implements Emitter {
  buffer = ''

  write(text: unknown): void {
    this.add(cleanText(String(text)))
  }

  writeValue(value: string): void {
    this.add(value)
  }

  protected add(text: string): void {
    this.buffer += text
    if (this.buffer.length > liquidLimits.output) throw new LiquidLimitError('templateTooLarge')
  }
}

/** Keeps the values of outputs apart from the author's text, so that data can never act as markup. */
export class MarkedEmitter extends TextEmitter {
  readonly values: string[] = []
  private size = 0

  override writeValue(value: string): void {
    this.values.push(value)
    this.size += value.length
    if (this.size > liquidLimits.output) throw new LiquidLimitError('templateTooLarge')
    this.add(MARK)
  }
}

/** liquidjs' renderer with a count of steps and outputs written through `writeValue`. Captured text is plain text. */
export class MailRenderer {
  *renderTemplates(templates: Template[], context: Context, emitter?: Emitter): Generator<unknown, string> {
    const mail = mailContext(context)
    const sink = emitter instanceof TextEmitter ? emitter : new TextEmitter()
    mail.step()
    for (const template of templates) {
      mail.step()
      try {
        if (template instanceof Output) sink.writeValue(textOf(yield filteredValue(template, mail), template, mail))
        else yield template.render(mail, sink)
      } catch (error) {
        throw located(error, template)
      }
      if (mail.breakCalled || mail.continueCalled) break
    }
    if (!emitter) mail.memoryLimit.use(sink.buffer.length)
    return sink.buffer
  }

  renderTemplatesToNodeStream(): never {
    throw new TypeError('Mails are not rendered as a stream.')
  }
}

function* filteredValue({ value: { initial, filters } }: Output, mail: MailContext): Generator<unknown, unknown> {
  mail.defaulted = false
  let value: unknown = yield initial.evaluate(mail)
  const missing = isMissing(value)
  for (const filter of filters) value = yield filter.render(value, mail)

  if (missing && mail.defaulted) mail.run.report(warns('variableDefaulted', { name: nameOf(initial) }))
  else if (missing) mail.run.report(warns('variableMissing', { name: nameOf(initial) }))
  return value
}

const isMissing = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '')

const nameOf = (initial: Output['value']['initial']): string =>
  initial.postfix
    .map((token) => token.getText())
    .join(' ')
    .slice(0, 100)

function textOf(value: unknown, template: Output, mail: MailContext): string {
  if (typeof value === 'string') return cleanValue(value)
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (value === undefined || value === null) return ''
  if (Array.isArray(value) && value.every((item) => typeof item !== 'object')) return cleanValue(value.join(', '))

  mail.run.report(warns('valueNotText', { name: nameOf(template.value.initial) }))
  return ''
}

const located = (error: unknown, template: Template): unknown =>
  LiquidError.is(error) || !(error instanceof Error) ? error : new RenderError(error, template)
