const children = (parent: string, language: string, regions: string): [string, string][] =>
  regions.split(' ').map((region) => [`${language}-${region}`, parent])

/**
 * Parents that differ from cutting off the last subtag: CLDR 48, supplemental data, `parentLocales`. Left out are those
 * that lead to another language (`ht` to `fr-HT`) and those to the root, which a differing script already gives.
 */
export const localeParents: ReadonlyMap<string, string> = new Map([
  ...children(
    'en-001',
    'en',
    '150 AG AI AU BB BM BS BW BZ CC CK CM CX CY DG DM ER FJ FK FM GB GD GG GH GI GM GY HK IE IL IM IN IO JE JM KE KI KN ' +
      'KY LC LR LS MG MO MS MT MU MV MW MY NA NF NG NR NU NZ PG PK PN PW RW SB SC SD SG SH SL SS SX SZ TC TK TO TT TV ' +
      'TZ UG VC VG VU WS ZA ZM ZW',
  ),
  ...children('en-150', 'en', 'AT BE CH DE DK FI NL SE SI'),
  ...children('es-419', 'es', 'AR BO BR BZ CL CO CR CU DO EC GT HN MX NI PA PE PR PY SV US UY VE'),
  ...children('pt-PT', 'pt', 'AO CH CV FR GQ GW LU MO MZ ST TL'),
  ['zh-Hant-MO', 'zh-Hant-HK'],
  ['nb', 'no'],
  ['nn', 'no'],
])
