import { z } from 'zod'

/** What a topic is called: by language, and where a language is missing. */
export const topicNames = z.object({ name: z.string(), translations: z.record(z.string(), z.string()) })

/** The name in the first of these languages that has one. */
export const nameOfTopic = (
  { name, translations }: z.infer<typeof topicNames>,
  ...languages: (string | null | undefined)[]
): string => {
  const spoken = languages.find((language) => language && Object.hasOwn(translations, language))
  return (spoken && translations[spoken]) || name
}
