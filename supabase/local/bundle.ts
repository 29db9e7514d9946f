import { bundleFunctions, functionNames } from './bundleFunctions.ts'
import { bundledFunctionsDir } from './folders.ts'

const names = functionNames()
await bundleFunctions(names, bundledFunctionsDir)
process.stdout.write(`Bundled ${names.length} functions into dist/functions: ${names.join(', ')}.\n`)
